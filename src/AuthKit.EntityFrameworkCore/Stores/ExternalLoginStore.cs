using AuthKit.EntityFrameworkCore.Model;
using AuthKit.External;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class ExternalLoginStore(Contexts contexts) : IExternalLoginStore
{
    public async Task<Guid?> FindUserIdAsync(ExternalLogin login, CancellationToken cancellationToken) =>
        (await contexts.FindAsync<ExternalLoginRow>(row => row.Provider == login.Provider && row.Subject == login.Subject, cancellationToken))?.UserId;

    public Task<bool> AddAsync(ExternalLogin login, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) => contexts.TryInsertAsync(
        new ExternalLoginRow(login.Provider, login.Subject, userId, now),
        row => row.Provider == login.Provider && row.Subject == login.Subject,
        cancellationToken);
}
