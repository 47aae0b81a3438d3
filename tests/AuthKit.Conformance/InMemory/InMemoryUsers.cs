using AuthKit.Stores;
using AuthKit.Users;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemoryUsers : IUserStore
{
    private readonly Rows<User> _users = new();

    public Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken) => _users.DoAsync(users =>
    {
        if (Duplicate(users, user) is { } duplicate)
            return duplicate;
        users.Add(user);
        return UserWrite.Done;
    }, cancellationToken);

    public Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken) => _users.FindAsync(user => user.Id == id, cancellationToken);

    public Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        _users.FindAsync(user => LoginName.Normalize(user.Email) == normalizedEmail, cancellationToken);

    public Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        _users.FindAsync(user => Normalized(user.UserName) == normalizedUserName, cancellationToken);

    public Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken) => _users.DoAsync(users =>
    {
        var index = users.FindIndex(stored => stored.Id == user.Id && stored.Version == user.Version);
        if (index < 0)
            return UserWrite.Stale;
        var stored = users[index];
        if (Duplicate(users.Where(other => other != stored), user) is { } duplicate)
            return duplicate;
        users[index] = user with { FailedSignIns = stored.FailedSignIns, LastFailedSignIn = stored.LastFailedSignIn, CreatedAt = stored.CreatedAt, Version = stored.Version + 1 };
        return UserWrite.Done;
    }, cancellationToken);

    public Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        _users.ChangeAsync(user => user.Id == id, user => user with { FailedSignIns = user.FailedSignIns + 1, LastFailedSignIn = now }, cancellationToken);

    public Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken) =>
        _users.ChangeAsync(user => user.Id == id, user => user with { FailedSignIns = 0, LastFailedSignIn = null }, cancellationToken);

    private static UserWrite? Duplicate(IEnumerable<User> others, User user)
    {
        if (others.Any(other => LoginName.Normalize(other.Email) == LoginName.Normalize(user.Email)))
            return UserWrite.DuplicateEmail;
        return user.UserName is not null && others.Any(other => Normalized(other.UserName) == Normalized(user.UserName)) ? UserWrite.DuplicateUserName : null;
    }

    private static string? Normalized(string? userName) => userName is null ? null : LoginName.Normalize(userName);
}
