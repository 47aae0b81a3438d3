namespace AuthKit.Http;

/// <summary>For API descriptions: what a member looks like whose type does not tell.</summary>
/// <param name="types">The types that do: several are alternatives.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DescribedAsAttribute(params Type[] types) : Attribute
{
    public IReadOnlyList<Type> Types { get; } = types;

    /// <summary>Whether the member may be missing.</summary>
    public bool Optional { get; init; }
}
