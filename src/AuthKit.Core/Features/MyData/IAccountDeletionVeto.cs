using AuthKit.Users;

namespace AuthKit.Features.MyData;

/// <summary>
/// The host's say before owners have their accounts erased: somebody with an unpaid bill may have to stay. Register it as a service, of whatever lifetime; several are asked
/// in their order. What hosts erase themselves (<c>IUsers</c>) is not asked for.
/// </summary>
public interface IAccountDeletionVeto
{
    /// <summary>Why the account may not be erased.</summary>
    /// <param name="user">The account.</param>
    /// <param name="tenant">The tenant it lives in, or <see cref="Tenants.Tenant.Home"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The failure that the owner is answered with, by a <see cref="Fault"/> of the host's own; null where nothing stands against it.</returns>
    ValueTask<Failure?> ObjectionAsync(User user, string tenant, CancellationToken cancellationToken);
}
