using System.Data.Common;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using static AuthKit.EntityFrameworkCore.Model.UserTable;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class UserStore(Contexts contexts) : IUserStore
{
    public async Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            await contexts.RunAsync((context, cancellationToken) => InsertAsync(context, user, cancellationToken), cancellationToken);
            return UserWrite.Done;
        }
        catch (DbUpdateException)
        {
            if (await DuplicateOfAsync(user, except: null, cancellationToken) is { } duplicate)
                return duplicate;
            throw;
        }
    }

    public Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken) =>
        contexts.FindAsync<User>(user => user.Id == id, cancellationToken);

    public Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        contexts.FindAsync<User>(user => EF.Property<string>(user, NormalizedEmail) == normalizedEmail, cancellationToken);

    public Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        contexts.FindAsync<User>(user => EF.Property<string?>(user, NormalizedUserName) == normalizedUserName, cancellationToken);

    public async Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        var (email, userName) = Normalized(user);
        try
        {
            var changed = await contexts.ChangeAsync<User>(
                stored => stored.Id == user.Id && stored.Version == user.Version,
                set => set
                    .SetProperty(stored => stored.Email, user.Email)
                    .SetProperty(stored => EF.Property<string>(stored, NormalizedEmail), email)
                    .SetProperty(stored => stored.EmailVerified, user.EmailVerified)
                    .SetProperty(stored => stored.UserName, user.UserName)
                    .SetProperty(stored => EF.Property<string?>(stored, NormalizedUserName), userName)
                    .SetProperty(stored => stored.PasswordHash, user.PasswordHash)
                    .SetProperty(stored => stored.Profile, user.Profile)
                    .SetProperty(stored => stored.Version, stored => stored.Version + 1),
                cancellationToken);
            return changed == 0 ? UserWrite.Stale : UserWrite.Done;
        }
        catch (DbException)
        {
            if (await DuplicateOfAsync(user, except: user.Id, cancellationToken) is { } duplicate)
                return duplicate;
            throw;
        }
    }

    public Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => contexts.ChangeAsync<User>(
        user => user.Id == id,
        set => set
            .SetProperty(user => user.FailedSignIns, user => user.FailedSignIns + 1)
            .SetProperty(user => user.LastFailedSignIn, now),
        cancellationToken);

    public Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken) => contexts.ChangeAsync<User>(
        user => user.Id == id,
        set => set
            .SetProperty(user => user.FailedSignIns, 0)
            .SetProperty(user => user.LastFailedSignIn, (DateTimeOffset?)null),
        cancellationToken);

    private static Task<int> InsertAsync(DbContext context, User user, CancellationToken cancellationToken)
    {
        var row = context.Add(user);
        var (email, userName) = Normalized(user);
        row.Property(NormalizedEmail).CurrentValue = email;
        row.Property(NormalizedUserName).CurrentValue = userName;
        return context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Which name of a refused account another one has; null where none stands in its way. The error would tell too, but
    /// in the words of whatever provider the host chose.
    /// </summary>
    private async Task<UserWrite?> DuplicateOfAsync(User user, Guid? except, CancellationToken cancellationToken)
    {
        var (email, userName) = Normalized(user);
        var takenEmails = await contexts.RunAsync(
            (context, cancellationToken) => context.Set<User>()
                .Where(other => other.Id != except)
                .Where(other => EF.Property<string>(other, NormalizedEmail) == email || (userName != null && EF.Property<string?>(other, NormalizedUserName) == userName))
                .Select(other => EF.Property<string>(other, NormalizedEmail) == email)
                .ToListAsync(cancellationToken),
            cancellationToken);
        return takenEmails switch
        {
            [] => null,
            _ when takenEmails.Contains(true) => UserWrite.DuplicateEmail,
            _ => UserWrite.DuplicateUserName,
        };
    }

    private static (string Email, string? UserName) Normalized(User user) =>
        (LoginName.Normalize(user.Email), user.UserName is { } name ? LoginName.Normalize(name) : null);
}
