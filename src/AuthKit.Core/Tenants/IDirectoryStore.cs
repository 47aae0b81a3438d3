namespace AuthKit.Tenants;

/// <summary>In the home database: which tenants an e-mail address or user name lives in, by keyed hash alone.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IDirectoryStore
{
    /// <summary>Notes that these names live in a tenant; what is noted already stays.</summary>
    Task AddAsync(IReadOnlyList<byte[]> nameHashes, string tenant, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes away that these names live in a tenant.</summary>
    Task RemoveAsync(IReadOnlyList<byte[]> nameHashes, string tenant, CancellationToken cancellationToken);

    /// <summary>The tenants that a name lives in, those noted first before the others: whoever takes a name elsewhere later does not come before them.</summary>
    Task<IReadOnlyList<string>> FindAsync(byte[] nameHash, CancellationToken cancellationToken);
}
