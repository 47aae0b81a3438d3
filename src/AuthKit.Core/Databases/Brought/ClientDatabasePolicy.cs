namespace AuthKit.Databases.Brought;

/// <summary>
/// Which databases a registration may bring along to live in. Whoever registers is unknown, so this lets strangers choose
/// where the server connects; everything that is not allowed here is refused.
/// </summary>
public sealed class ClientDatabasePolicy
{
    /// <summary>The engines allowed. A server's engine needs <see cref="Hosts"/>, SQLite needs <see cref="SqliteFolder"/>.</summary>
    /// <value>Default: none.</value>
    public ISet<DatabaseEngine> Engines { get; } = new HashSet<DatabaseEngine>();

    /// <summary>
    /// The servers allowed: a name or IPv4 address, or <c>*.</c> before a name of at least two labels for every name under
    /// it; then, where it is not the engine's own port, <c>:</c> and the port.
    /// </summary>
    /// <value>Default: none.</value>
    public IList<string> Hosts { get; } = [];

    /// <summary>
    /// Whether a name may resolve to a private, loopback, carrier-grade NAT or unique local address. Link-local addresses
    /// and those of clouds' metadata, multicast and reserved ones are refused always.
    /// </summary>
    /// <value>Default: false.</value>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>
    /// The folder that files of SQLite's are kept in: an absolute path, there already, and nothing else in it. A connection
    /// string names a file in it by a plain name of letters, digits, hyphens and underscores that ends in <c>.db</c>.
    /// </summary>
    /// <value>Default: none, which refuses every file.</value>
    public string? SqliteFolder { get; set; }

    /// <summary>The most databases that registrations can bring along, on all nodes together; at least 1.</summary>
    /// <value>Default: 100.</value>
    public int MaxTenants { get; set; } = 100;

    /// <summary>The most of them that can be brought from one network (an IPv4 address, an IPv6 /64), so that one caller does not take them all; at least 1.</summary>
    /// <value>Default: null, which is a quarter of <see cref="MaxTenants"/>.</value>
    public int? MaxTenantsPerNetwork { get; set; }

    /// <summary>
    /// For how long the place of one that nobody uses is kept: once all places are taken, the one that has gone unused for longest, and for
    /// longer than this, makes room. Its accounts cannot sign in then until the database is brought again. One in which
    /// nobody registered within an hour makes room at once. At least a day.
    /// </summary>
    /// <value>Default: 90 days.</value>
    public TimeSpan KeepUnused { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// The most time that finding, reaching and preparing such a database may take, a second to a minute. Every refusal
    /// takes as long, whatever its reason, against timing attacks that scan what is reachable from here.
    /// </summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What a host has to say to be started with this policy in Production.</summary>
    /// <value>Default: false.</value>
    public bool AcceptThatStrangersChooseWhereThisServerConnects { get; set; }

    internal int EffectiveMaxTenantsPerNetwork => MaxTenantsPerNetwork ?? Math.Max(1, MaxTenants / 4);
}
