using AuthKit.Users;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A host's own accounts, in memory, without a credential version.</summary>
internal sealed class VersionlessUsers : IUserStore
{
    private readonly Lock _gate = new();
    private readonly List<User> _users = [];

    public Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken)
    {
        lock (_gate)
            _users.Add(user with { CredentialVersion = null });
        return Task.FromResult(UserWrite.Done);
    }

    public Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken) => FindAsync(user => user.Id == id);

    public Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) => FindAsync(user => user.Email == normalizedEmail);

    public Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindAsync(user => user.UserName == normalizedUserName);

    public Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_users.RemoveAll(kept => kept.Id == user.Id && kept.Version == user.Version) == 0)
                return Task.FromResult(UserWrite.Stale);
            _users.Add(user with { Version = user.Version + 1, CredentialVersion = null });
            return Task.FromResult(UserWrite.Done);
        }
    }

    public Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<FailedSignInsResult> ReplaceFailedSignInsAsync(Guid id, int known, int next, DateTimeOffset? last, CancellationToken cancellationToken) =>
        new(true, await FindByIdAsync(id, cancellationToken));

    private Task<User?> FindAsync(Predicate<User> meant)
    {
        lock (_gate)
            return Task.FromResult(_users.Find(meant));
    }
}
