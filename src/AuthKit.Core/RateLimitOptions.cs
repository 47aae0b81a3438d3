namespace AuthKit;

/// <summary>How many requests one address may send to the routes that take credentials; IPv6 addresses count by their /64.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Whether there is a limit.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How many requests may come at once.</summary>
    /// <value>Default: 100.</value>
    public int Burst { get; set; } = 100;

    /// <summary>How many requests an address earns back in a minute.</summary>
    /// <value>Default: 100.</value>
    public int PerMinute { get; set; } = 100;
}
