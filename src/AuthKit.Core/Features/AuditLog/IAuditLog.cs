using AuthKit.Records;

namespace AuthKit.Features.AuditLog;

/// <summary>
/// The audit log (<c>AddAuditLog</c>): what happened, for those who may know. Nobody is asked who they are here; that is the caller's
/// to do. There is no member that adds, changes or removes an entry.
/// </summary>
public interface IAuditLog
{
    /// <summary>A page of what happened, the newest first. What is added between two pages moves none of the entries.</summary>
    /// <returns>The page; <see cref="Fault.Invalid"/> where the cursor is none.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<Outcome<AuditPage>> ListAsync(AuditQuery query, CancellationToken cancellationToken);

    /// <summary>Takes from an account's entries what is personal, the address and the device, and leaves the entries: for the deletion of an account.</summary>
    /// <param name="tenant">Where the account lived; <see cref="Tenants.Tenant.Home"/> for the home database.</param>
    /// <param name="userId">The account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many entries the account has.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<int> EraseAsync(string tenant, Guid userId, CancellationToken cancellationToken);
}
