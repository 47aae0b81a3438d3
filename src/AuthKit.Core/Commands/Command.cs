namespace AuthKit;

/// <summary>What a flow is asked to do. Commands hold passwords and tokens, so their text is their name alone.</summary>
public abstract record Command
{
    /// <summary>The command's name.</summary>
    public sealed override string ToString() => GetType().Name;
}
