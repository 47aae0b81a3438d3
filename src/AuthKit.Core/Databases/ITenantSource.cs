using AuthKit.Records;

namespace AuthKit.Databases;

/// <summary>Opens the database of a tenant.</summary>
internal interface ITenantSource
{
    /// <exception cref="StoreUnavailableException">It cannot be reached, or nobody knows the tenant any more.</exception>
    Task<IDatabase> OpenAsync(string alias, CancellationToken cancellationToken);
}
