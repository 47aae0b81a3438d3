namespace AuthKit.Databases;

/// <summary>How many databases of tenants a node keeps open, and for how long.</summary>
public sealed class TenantDatabaseOptions
{
    /// <summary>
    /// The most databases that stay open at once; beyond it the one that has gone unused for longest is closed. Those
    /// that requests are using stay open meanwhile, even beyond it.
    /// </summary>
    /// <value>Default: 100.</value>
    public int MaxOpen { get; set; } = 100;

    /// <summary>
    /// For how long a database that nobody uses stays open. What has expired in it is swept before it is closed; this
    /// happens in rounds, every 15 minutes or as often as this time where it is shorter.
    /// </summary>
    /// <value>Default: 30 minutes.</value>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);
}
