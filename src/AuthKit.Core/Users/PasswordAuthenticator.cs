using AuthKit.Passwords;
using AuthKit.Users.Attempts;

namespace AuthKit.Users;

/// <summary>Authenticates by password: an attempt counts towards the lockout before it is judged, and hashes that have become weak are replaced.</summary>
internal sealed class PasswordAuthenticator(PasswordHashing passwords, SignInAttempts attempts, TimingEqualizer timing)
{
    /// <summary>
    /// The account as it stands afterwards, or <see cref="Fault.InvalidCredentials"/>: for a wrong password, a closed
    /// account, and no account, after the same work and one write, so that a timing attack cannot tell them apart.
    /// </summary>
    /// <param name="account">The account as it was read; null where there is none.</param>
    /// <param name="name">What it was looked for by.</param>
    /// <param name="password">The password.</param>
    /// <param name="device">The account's known device that asks, if it is one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Account>> AuthenticateAsync(Account? account, string name, string password, Guid? device, CancellationToken cancellationToken)
    {
        if (!(await attempts.BeginAsync(account, name, device, cancellationToken)).Succeeded(out var attempt, out var busy))
            return busy;
        using (attempt)
        {
            // A closed account's hash is not looked at: the work done is that for no account.
            if (!(await passwords.VerifyAsync(attempt.Account?.User.PasswordHash, password, cancellationToken)).Succeeded(out var check, out busy))
            {
                await attempt.CancelAsync(cancellationToken);
                return busy;
            }

            if (attempt.Account is not { } standing)
            {
                await timing.WriteAsync(cancellationToken);
                return Fault.InvalidCredentials;
            }

            if (!check.IsRight)
            {
                await attempt.FailAsync(cancellationToken);
                return Fault.InvalidCredentials;
            }

            await attempt.SucceedAsync(cancellationToken);
            return check.UpgradedHash is { } upgraded ? await UpgradeAsync(standing, upgraded, cancellationToken) : standing;
        }
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
