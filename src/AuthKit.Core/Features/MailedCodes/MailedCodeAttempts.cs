using AuthKit.Databases;
using AuthKit.Users;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MailedCodes;

/// <summary>
/// Counts wrong codes of an address, over all requests: after some in a row there is a pause, as an account's lockout has it, and a
/// day has its number. A code is counted before it is compared and taken back where it was right. Passwords are counted apart, so
/// that whoever guesses at one leaves the owner this way in.
/// </summary>
internal sealed class MailedCodeAttempts(IOptions<AuthKitOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Counts a code that is about to be compared, by a conditional update, so that codes at once cannot hide behind one another.</summary>
    /// <returns>Whether it may be compared.</returns>
    public async Task<bool> BookAsync(DatabaseLease home, byte[] subject, CancellationToken cancellationToken)
    {
        var known = await home.Attempts.FindAsync(subject, cancellationToken);
        while (true)
        {
            var now = time.GetUtcNow();
            var first = new FailedAttempts { Subject = subject, Failures = 1, LastFailure = now, ExpiresAt = now + Day };
            if (known is null)
            {
                if (await home.Attempts.AddAsync(first, cancellationToken))
                    return true;
                known = await home.Attempts.FindAsync(subject, cancellationToken);
                continue;
            }

            var isOver = known.ExpiresAt <= now;
            if (!isOver && IsClosed(known, now))
                return false;
            var (counted, current) = await home.Attempts.ReplaceAsync(known, isOver ? first : known with { Failures = known.Failures + 1, LastFailure = now }, cancellationToken);
            if (counted)
                return true;
            known = current;
        }
    }

    /// <summary>Takes a code back that was right, or that was not compared. The others of the day stay: a sign-in must not give whoever guesses a new day.</summary>
    public static Task CancelAsync(DatabaseLease home, byte[] subject, CancellationToken cancellationToken) =>
        AttemptBudget.TakeBackAsync(home, new(subject, Count: 0, Left: 0, Day), cancellationToken);

    private bool IsClosed(FailedAttempts known, DateTimeOffset now) =>
        known.Failures >= options.Value.MailedCodes.MaxFailedAttemptsPerDay
        || (Lockout.LockedUntil(known.Failures, known.LastFailure, options.Value.Lockout.MaxFailedAttempts, options.Value.Lockout) is { } until && now < until);
}
