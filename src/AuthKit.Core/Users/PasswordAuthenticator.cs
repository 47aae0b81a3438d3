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
        if (!(await JudgeAsync(account, password, device, cancellationToken)).Succeeded(out var attempt, out var busy))
            return busy;
        if (attempt.Check.IsRight)
            return await AcceptAsync(attempt, cancellationToken);
        return new Failure(Fault.InvalidCredentials) { Refusals = [await RefuseAsync(attempt, cancellationToken)] };
    }

    /// <summary>Compares a password with an account's, after the work that no account costs too. What becomes of the attempt is to be said by one of the methods below.</summary>
    public async Task<Outcome<JudgedAttempt>> JudgeAsync(Account? account, string password, ClaimedDevice device, CancellationToken cancellationToken)
    {
        var attempt = account is null ? null : await attempts.BookAsync(account, device, cancellationToken);
        // A closed account's hash is not looked at: the work done is that for no account.
        if ((await passwords.VerifyAsync(attempt?.Account?.User.PasswordHash, password, cancellationToken)).Succeeded(out var check, out var busy))
            return new JudgedAttempt(account, attempt?.Account is null ? null : attempt, check);
        if (attempt is not null)
            await attempt.CancelAsync(cancellationToken);
        return busy;
    }

    /// <summary>Lets somebody in whose password was right.</summary>
    /// <returns>The account as it stands.</returns>
    public static async Task<Account> AcceptAsync(JudgedAttempt right, CancellationToken cancellationToken)
    {
        await right.Attempt!.SucceedAsync(cancellationToken);
        return right.Check.UpgradedHash is { } upgraded ? await UpgradeAsync(right.Account!, upgraded, cancellationToken) : right.Account!;
    }

    /// <summary>Counts a wrong password, or does the same work where there is nothing to count.</summary>
    public async Task<SignInRefusal> RefuseAsync(JudgedAttempt wrong, CancellationToken cancellationToken)
    {
        var (userId, tenant) = (wrong.Found?.User.Id, wrong.Found?.Tenant);
        if (wrong.Attempt is { } attempt)
            return new(SignInFailures.WrongPassword, userId, tenant, await attempt.FailAsync(cancellationToken));
        await timing.WriteAsync(cancellationToken);
        return new(wrong.Found is null ? SignInFailures.UnknownAccount : SignInFailures.LockedOut, userId, tenant);
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
