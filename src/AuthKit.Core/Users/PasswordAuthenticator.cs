using AuthKit.Events;
using AuthKit.Passwords;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Options;

namespace AuthKit.Users;

/// <summary>Authenticates by password: an attempt counts towards the lockout before it is judged, and hashes that have become weak are replaced.</summary>
internal sealed class PasswordAuthenticator(PasswordHashing passwords, SignInTurns turns, SignInAttempts attempts, TimingEqualizer timing, IOptions<AuthKitOptions> options)
{
    private static readonly Failure Busy = new(Fault.Busy) { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>
    /// Waits for the turn to be judged by a name. The account is read in its turn, which lasts until it is disposed of, because
    /// what was read before a wait is not judged after it.
    /// </summary>
    /// <param name="name">What the account is looked for by.</param>
    /// <param name="device">What shows that the account has signed in before from the device that asks, which then does not wait behind others.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<SignInTurns.Turn>> TakeTurnAsync(string name, string? device, CancellationToken cancellationToken)
    {
        if (await turns.TakeAsync($"{LoginName.Normalize(name)}\n{device}", options.Value.Passwords.MaxQueuedHashes, cancellationToken) is not { } turn)
            return Busy;
        return turn;
    }

    /// <summary>
    /// The account as it stands afterwards, or <see cref="Fault.InvalidCredentials"/>: for a wrong password, a closed
    /// account, and no account, after the same work and one write, so that a timing attack cannot tell them apart.
    /// </summary>
    /// <param name="account">The account as it was read in its turn; null where there is none.</param>
    /// <param name="password">The password.</param>
    /// <param name="device">The device that asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Account>> AuthenticateAsync(Account? account, string password, ClaimedDevice device, CancellationToken cancellationToken)
    {
        var attempt = account is null ? null : await attempts.BookAsync(account, device, cancellationToken);
        // A closed account's hash is not looked at: the work done is that for no account.
        if (!(await passwords.VerifyAsync(attempt?.Account?.User.PasswordHash, password, cancellationToken)).Succeeded(out var check, out var busy))
        {
            if (attempt is not null)
                await attempt.CancelAsync(cancellationToken);
            return busy;
        }

        if (attempt?.Account is not { } standing)
        {
            await timing.WriteAsync(cancellationToken);
            return Refused(account is null ? SignInFailures.UnknownAccount : SignInFailures.LockedOut);
        }

        if (!check.IsRight)
            return Refused(SignInFailures.WrongPassword, await attempt.FailAsync(cancellationToken));

        await attempt.SucceedAsync(cancellationToken);
        return check.UpgradedHash is { } upgraded ? await UpgradeAsync(standing, upgraded, cancellationToken) : standing;
    }

    private static Failure Refused(string reason, int? lockedAfter = null) => new(Fault.InvalidCredentials) { Refusal = new(reason, lockedAfter) };

    private static async Task<Account> UpgradeAsync(Account account, string hash, CancellationToken cancellationToken)
    {
        var user = account.User with { PasswordHash = hash };
        // A lost race costs nothing: the next sign-in upgrades.
        return await account.Database.Users.UpdateAsync(user, cancellationToken) is UserWrite.Done
            ? account with { User = user with { Version = user.Version + 1 } }
            : account;
    }
}
