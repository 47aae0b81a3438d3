using AuthKit.Users;

namespace AuthKit.Features.AuditLog;

/// <summary>An account that is erased leaves entries, but no address and no device in them.</summary>
internal sealed class AuditErasure(IAuditLog log) : IAccountErasureListener
{
    public Task ErasingAsync(Account account, CancellationToken cancellationToken) => log.EraseAsync(account.Tenant, account.User.Id, cancellationToken);
}
