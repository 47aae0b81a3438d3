namespace AuthKit.Tenants;

/// <summary>The key under which the home database keeps what must not be read from it: names and connection strings are looked up by their HMAC.</summary>
internal interface IDirectoryKey
{
    /// <summary>The key, the same on every node.</summary>
    ValueTask<byte[]> GetDirectoryKeyAsync(CancellationToken cancellationToken);

    /// <summary>Whether this node can unseal it. Where it cannot, the accounts of the home database go on without it.</summary>
    ValueTask<bool> HasDirectoryKeyAsync(CancellationToken cancellationToken);
}
