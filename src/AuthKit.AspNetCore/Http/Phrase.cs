namespace AuthKit.Http;

/// <summary>How a contract says one fault.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Field">The field on the wire that the contract lays it on, if any.</param>
public sealed record Phrase(int Status, string Sentence, string? Field = null);
