namespace AuthKit.Http;

/// <summary>A field at fault.</summary>
/// <param name="Field">Its name on the wire.</param>
/// <param name="Sentence">What is wrong with it.</param>
public sealed record FieldError(string Field, string Sentence);
