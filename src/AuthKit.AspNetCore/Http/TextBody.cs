namespace AuthKit.Http;

/// <summary>A body that is written as it is, in place of JSON.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Text">The body, in ASCII.</param>
internal sealed record TextBody(string MediaType, string Text);
