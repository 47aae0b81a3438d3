namespace AuthKit.Databases;

/// <summary>What a request may ask of its databases, whichever they are.</summary>
public sealed class DatabaseOptions
{
    /// <summary>
    /// How long one request may take for all calls that it makes to databases, and what it does in between; then it is answered
    /// 503 with <c>Retry-After</c>, and nobody waits for the calls any more. What a statement may take by itself is the connection
    /// string's to say.
    /// </summary>
    /// <value>Default: 15 seconds.</value>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How far the clock of the home database's server may be from this node's before a warning is logged at start-up.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan MaxClockSkew { get; set; } = TimeSpan.FromSeconds(30);
}
