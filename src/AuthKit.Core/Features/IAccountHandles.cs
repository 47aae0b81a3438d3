using AuthKit.Records;

namespace AuthKit.Features;

/// <summary>
/// Names of accounts that devices keep and send back: opaque, always 64 bytes, the same for an account each time. One leads to an account
/// and to the tenant it lives in, tells nobody else either of them, and cannot be made up: it is encrypted and authenticated under a key
/// of the home database (a user handle, WebAuthn §5.4.3). It proves nothing about whoever presents it.
/// </summary>
public interface IAccountHandles
{
    /// <summary>The most characters that a tenant's alias can have to be named in a handle.</summary>
    const int LongestTenant = 32;

    /// <summary>The handle of an account.</summary>
    /// <param name="tenant">The alias of its tenant, or <see cref="Tenants.Tenant.Home"/>; at most <see cref="LongestTenant"/> characters.</param>
    /// <param name="userId">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The alias is too long.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<byte[]> OfAsync(string tenant, Guid userId, CancellationToken cancellationToken);

    /// <summary>The account of a handle, opened, the caller's to dispose of; null where the handle is none of this host's, or the account or its tenant is gone.</summary>
    /// <param name="handle">The handle as it was presented.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<FeatureAccount?> FindAsync(byte[] handle, CancellationToken cancellationToken);
}
