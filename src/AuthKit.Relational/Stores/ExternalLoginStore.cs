using AuthKit.External;
using AuthKit.Stores;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class ExternalLoginStore(SqlExecutor sql) : IExternalLoginStore
{
    public Task<Guid?> FindUserIdAsync(ExternalLogin login, CancellationToken cancellationToken) => sql.FirstAsync(
        "SELECT user_id FROM authkit_external_logins WHERE provider = @provider AND subject = @subject",
        [Exact("@provider", login.Provider), Exact("@subject", login.Subject)],
        static row => (Guid?)row.Id(0),
        cancellationToken);

    public Task<bool> AddAsync(ExternalLogin login, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) => sql.TryInsertAsync(
        "INSERT INTO authkit_external_logins (provider, subject, user_id, created_at) VALUES (@provider, @subject, @user_id, @now)",
        [Exact("@provider", login.Provider), Exact("@subject", login.Subject), Id("@user_id", userId), Time("@now", now)],
        cancellationToken);
}
