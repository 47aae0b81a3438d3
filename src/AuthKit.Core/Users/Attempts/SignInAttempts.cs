using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Users.Attempts;

/// <summary>
/// Books attempts to sign in before they are judged. On a node the attempts at an account take turns. One at an account without
/// failures is booked by its turn alone and costs no round trip; with failures, every attempt counts as one more in the store
/// before its password is looked at, whichever node it came to, and is taken back where the password was right.
/// </summary>
internal sealed class SignInAttempts(AccountTurns turns, AttemptCounter counter, TimingEqualizer timing, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<SignInAttempts> logger)
{
    private static readonly Failure Busy = new(Fault.Busy) { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>The attempt, which may be judged where it has an account, or <see cref="Fault.Busy"/>.</summary>
    /// <param name="account">The account as it was read; null where there is none.</param>
    /// <param name="name">What it was looked for by.</param>
    /// <param name="device">The account's known device that asks, if it is one: it does not wait behind others, and has a count of its own while the account is closed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<SignInAttempt>> BeginAsync(Account? account, string name, Guid? device, CancellationToken cancellationToken)
    {
        var whose = account is null ? $"?{LoginName.Normalize(name)}" : $"{account.Tenant}/{account.User.Id}/{device}";
        if (await turns.TakeAsync(whose, options.Value.Passwords.MaxQueuedHashes, cancellationToken) is not { } turn)
            return Busy;
        try
        {
            // What was read before a wait is not judged after it.
            var current = turn.Waited ? await ReadAgainAsync(account, cancellationToken) : account;
            return current is null ? new SignInAttempt(turn, null, options.Value.Lockout, time, logger) : await BookAsync(turn, current, device, cancellationToken);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private async Task<Account?> ReadAgainAsync(Account? account, CancellationToken cancellationToken)
    {
        if (account is not null)
            return await account.Database.Users.FindByIdAsync(account.User.Id, cancellationToken) is { } user ? account with { User = user } : null;
        await timing.ReadAsync(cancellationToken);
        return null;
    }

    private async Task<SignInAttempt> BookAsync(AccountTurns.Turn turn, Account account, Guid? device, CancellationToken cancellationToken)
    {
        var current = account;
        while (current.User.FailedSignIns > 0)
        {
            var user = current.User;
            var now = time.GetUtcNow();
            if (Lockout.IsLocked(user, options.Value.Lockout, now))
                return await BookDeviceAsync(turn, current, device, cancellationToken);
            var (booked, stands) = await account.Database.Users.ReplaceFailedSignInsAsync(user.Id, user.FailedSignIns, user.FailedSignIns + 1, now, cancellationToken);
            if (booked)
                return new(turn, account with { User = stands ?? user }, options.Value.Lockout, time, logger) { Before = user };
            if (stands is null)
                return new(turn, null, options.Value.Lockout, time, logger);
            current = account with { User = stands };
        }

        return new(turn, current, options.Value.Lockout, time, logger);
    }

    private async Task<SignInAttempt> BookDeviceAsync(AccountTurns.Turn turn, Account account, Guid? device, CancellationToken cancellationToken)
    {
        var subject = device is null ? null : AttemptCounter.Subject("device", $"{account.User.Id}\n{device}");
        var mayTry = subject is not null && (await counter.BookAsync(account.Database, subject, options.Value.Lockout.MaxFailedAttempts, cancellationToken)).IsCounted;
        return new(turn, mayTry ? account : null, options.Value.Lockout, time, logger) { Device = subject };
    }
}
