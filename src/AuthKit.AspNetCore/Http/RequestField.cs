namespace AuthKit.Http;

/// <summary>A field that a route reads.</summary>
/// <param name="Name">Its name on the wire; a dot leads into a nested object.</param>
/// <param name="Required">Whether it has to be there.</param>
/// <param name="InQuery">Whether it is a query parameter rather than a field of the body.</param>
/// <param name="Kind">What it holds.</param>
public sealed record RequestField(string Name, bool Required, bool InQuery, FieldKind Kind = FieldKind.Text)
{
    /// <summary>Whether it is a part of the path, which the path names in braces.</summary>
    public bool InRoute { get; init; }

    /// <summary>Whether it is a field of the body.</summary>
    public bool InBody => !InQuery && !InRoute;
}
