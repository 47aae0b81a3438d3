namespace AuthKit.Import.ForeignHashes;

/// <summary>Which hashes of other systems verify, where that takes more than the hash.</summary>
public sealed class ForeignHashOptions
{
    /// <summary>The highest cost of a bcrypt hash, 4 to 20. Each step doubles the time: 10 takes less than 0.1 seconds, 14 about 1. A hash of a higher cost is refused at import and at sign-in (denial of service).</summary>
    /// <value>Default: 14.</value>
    public int MaxBcryptCost { get; set; } = 14;

    /// <summary>The parameters of a Firebase project's hashes; null where there are none.</summary>
    /// <value>Default: null.</value>
    public FirebaseHashParameters? Firebase { get; set; }
}
