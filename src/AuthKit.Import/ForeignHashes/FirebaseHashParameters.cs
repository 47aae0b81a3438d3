namespace AuthKit.Import.ForeignHashes;

/// <summary>What the Firebase console shows of a project under Authentication, Users, Password hash parameters. The key is a secret, and stays out of the database.</summary>
/// <param name="SignerKey">Its <c>base64_signer_key</c>.</param>
public sealed record FirebaseHashParameters(string SignerKey)
{
    /// <summary>Its <c>base64_salt_separator</c>.</summary>
    /// <value>Default: <c>Bw==</c>.</value>
    public string SaltSeparator { get; init; } = "Bw==";

    /// <summary>Its <c>rounds</c>: scrypt's block size r, 1 to 16.</summary>
    /// <value>Default: 8.</value>
    public int Rounds { get; init; } = 8;

    /// <summary>Its <c>mem_cost</c>: the binary logarithm of scrypt's N, 1 to 16.</summary>
    /// <value>Default: 14.</value>
    public int MemoryCost { get; init; } = 14;

    /// <inheritdoc/>
    public override string ToString() => nameof(FirebaseHashParameters);
}
