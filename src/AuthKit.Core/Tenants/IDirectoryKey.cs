namespace AuthKit.Tenants;

/// <summary>The key under which the home database keeps what must not be read from it: names and connection strings are looked up by their HMAC.</summary>
internal interface IDirectoryKey
{
    /// <summary>The key, the same on every node.</summary>
    ValueTask<byte[]> GetDirectoryKeyAsync(CancellationToken cancellationToken);
}
