using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.External.ExternalLoginTable;

namespace AuthKit.External;

internal sealed class ExternalLoginStore(IRecords records) : IExternalLoginStore
{
    public async Task<Guid?> FindUserIdAsync(ExternalLogin login, CancellationToken cancellationToken) =>
        (await records.FindAsync(Rows, [Provider.Is(login.Provider), Subject.Is(login.Subject)], cancellationToken))?.UserId;

    public async Task<bool> AddAsync(ExternalLogin login, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await records.InsertAsync(Rows, new(login.Provider, login.Subject, userId, now), cancellationToken) is null;
}

internal static class ExternalLoginPort
{
    extension(DatabaseLease database)
    {
        public IExternalLoginStore ExternalLogins => database.Port<IExternalLoginStore>(static records => new ExternalLoginStore(records));
    }
}
