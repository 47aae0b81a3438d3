using AuthKit.Users;

namespace AuthKit.Docs.Tests.Extending;

/// <summary>The accounts in the host's own table of members.</summary>
public sealed class MemberStore(MemberTable members) : IUserStore
{
    public Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken) => members.ChangeAsync(rows =>
    {
        if (rows.Any(row => row.Email == LoginName.Normalize(user.Email)))
            return UserWrite.DuplicateEmail;
        rows.Add(new Member { Id = user.Id, Email = LoginName.Normalize(user.Email), Account = user });
        return UserWrite.Done;
    });

    public Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken) =>
        members.ReadAsync(row => row.Id == id);

    public Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        members.ReadAsync(row => row.Email == normalizedEmail);

    // Members have no user names.
    public Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult<User?>(null);

    public Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken) => members.ChangeAsync(rows =>
    {
        if (rows.Find(row => row.Id == user.Id && row.Account.Version == user.Version) is not { } row)
            return UserWrite.Stale;
        row.Account = user with { Version = user.Version + 1, FailedSignIns = row.Account.FailedSignIns };
        return UserWrite.Done;
    });

    public Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => members.ChangeAsync(rows =>
    {
        if (rows.Find(row => row.Id == id) is { } row)
            row.Account = row.Account with { FailedSignIns = row.Account.FailedSignIns + 1, LastFailedSignIn = now };
        return UserWrite.Done;
    });

    public async Task<FailedSignInsResult> ReplaceFailedSignInsAsync(Guid id, int known, int next, DateTimeOffset? last, CancellationToken cancellationToken)
    {
        var written = await members.ChangeAsync(rows =>
        {
            if (rows.Find(row => row.Id == id && row.Account.FailedSignIns == known) is not { } row)
                return UserWrite.Stale;
            row.Account = row.Account with { FailedSignIns = next, LastFailedSignIn = last };
            return UserWrite.Done;
        });
        return new(written is UserWrite.Done, await FindByIdAsync(id, cancellationToken));
    }

    public Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken) => members.ChangeAsync(rows =>
    {
        if (rows.Find(row => row.Id == id) is { } row)
            row.Account = row.Account with { FailedSignIns = 0, LastFailedSignIn = null };
        return UserWrite.Done;
    });
}
