namespace AuthKit.Hosting;

/// <summary>Endpoint metadata: a path that AuthKit has mapped.</summary>
/// <param name="Owner">Who serves it, as a start-up error names them.</param>
/// <param name="Methods">The methods served.</param>
internal sealed record MappedPath(string Owner, IReadOnlyList<string> Methods);
