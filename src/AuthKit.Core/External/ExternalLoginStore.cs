using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.External.ExternalLoginTable;

namespace AuthKit.External;

internal sealed class ExternalLoginStore(IRecords records) : IExternalLoginStore
{
    public Task<ExternalLoginRecord?> FindAsync(ExternalLogin login, CancellationToken cancellationToken) =>
        records.FindAsync(Rows, [Provider.Is(login.Provider), Subject.Is(login.Subject)], cancellationToken);

    public async Task<IReadOnlyList<ExternalLoginRecord>> ListAsync(Guid userId, CancellationToken cancellationToken) =>
        await records.ListAsync(Rows, [UserId.Is(userId)], orderBy: null, limit: 0, cancellationToken);

    public async Task<bool> AddAsync(ExternalLoginRecord login, CancellationToken cancellationToken) =>
        await records.InsertAsync(Rows, login, cancellationToken) is null;

    public Task RemoveAsync(ExternalLoginRecord found, CancellationToken cancellationToken) => found.ProvedAt is null
        ? records.DeleteAsync(Rows, [Provider.Is(found.Provider), Subject.Is(found.Subject), UserId.Is(found.UserId), ProvedAt.IsNull], limit: 0, cancellationToken)
        : records.DeleteAsync(Rows, [Provider.Is(found.Provider), Subject.Is(found.Subject), UserId.Is(found.UserId)], limit: 0, cancellationToken);

    public Task RemoveUnprovedAsync(Guid userId, CancellationToken cancellationToken) =>
        records.DeleteAsync(Rows, [UserId.Is(userId), ProvedAt.IsNull], limit: 0, cancellationToken);
}

internal static class ExternalLoginPort
{
    extension(DatabaseLease database)
    {
        public IExternalLoginStore ExternalLogins => database.Port<IExternalLoginStore>(static records => new ExternalLoginStore(records));
    }
}
