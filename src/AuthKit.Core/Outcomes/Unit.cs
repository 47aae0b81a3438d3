namespace AuthKit;

/// <summary>The value of a flow that has nothing to say beyond having succeeded.</summary>
public sealed record Unit
{
    private Unit()
    {
    }

    /// <summary>The only value.</summary>
    public static Unit Value { get; } = new();
}
