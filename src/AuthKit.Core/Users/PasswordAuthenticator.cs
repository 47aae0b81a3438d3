using AuthKit.Passwords;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Users;

/// <summary>Authenticates by password: counts failures towards the lockout, and replaces hashes that have become weak.</summary>
internal sealed class PasswordAuthenticator(PasswordHashing passwords, TimingEqualizer timing, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<PasswordAuthenticator> logger)
{
    /// <summary>
    /// The account as it stands afterwards, or <see cref="Fault.InvalidCredentials"/>: for a wrong password, a closed
    /// account, and no account, after the same work and one write, so that a timing attack cannot tell them apart.
    /// </summary>
    public async Task<Outcome<Account>> AuthenticateAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var locked = account is not null && Lockout.IsLocked(account.User, options.Value.Lockout, now);
        if (!(await passwords.VerifyAsync(account?.User.PasswordHash, password, cancellationToken)).Succeeded(out var check, out var busy))
            return busy;

        if (account is null || locked)
        {
            await timing.WriteAsync(cancellationToken);
            return Fault.InvalidCredentials;
        }

        if (!check.IsRight)
        {
            await account.Database.Users.RecordFailedSignInAsync(account.User.Id, now, cancellationToken);
            if (account.User.FailedSignIns + 1 >= options.Value.Lockout.MaxFailedAttempts)
                logger.Locked(account.User.Id, account.User.FailedSignIns + 1);
            return Fault.InvalidCredentials;
        }

        if (account.User.FailedSignIns > 0)
            await account.Database.Users.ClearFailedSignInsAsync(account.User.Id, cancellationToken);
        return check.UpgradedHash is { } upgraded ? await UpgradeAsync(account, upgraded, cancellationToken) : account;
    }

    private static async Task<Account> UpgradeAsync(Account account, string hash, CancellationToken cancellationToken)
    {
        var user = account.User with { PasswordHash = hash };
        // A lost race costs nothing: the next sign-in upgrades.
        return await account.Database.Users.UpdateAsync(user, cancellationToken) is UserWrite.Done
            ? account with { User = user with { Version = user.Version + 1 } }
            : account;
    }
}
