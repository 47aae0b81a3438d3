using AuthKit.External;
using AuthKit.Stores;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemoryExternalLogins : IExternalLoginStore
{
    private readonly Rows<Row> _logins = new();

    private sealed record Row(ExternalLogin Login, Guid UserId);

    public async Task<Guid?> FindUserIdAsync(ExternalLogin login, CancellationToken cancellationToken) =>
        (await _logins.FindAsync(row => row.Login == login, cancellationToken))?.UserId;

    public Task<bool> AddAsync(ExternalLogin login, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        _logins.TryAddAsync(new(login, userId), row => row.Login == login, cancellationToken);
}
