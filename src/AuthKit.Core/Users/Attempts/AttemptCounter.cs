using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using Microsoft.Extensions.Options;

namespace AuthKit.Users.Attempts;

/// <summary>
/// Counts attempts of somebody who is no account, with an account's lockout. An attempt is counted as a failure before it is
/// judged, by a conditional update of its row, so that attempts at once cannot hide behind one another.
/// </summary>
internal sealed class AttemptCounter(IOptions<AuthKitOptions> options, TimeProvider time)
{
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(1);

    /// <summary>What is counted, as it is kept: a hash, of one length whatever a request calls itself.</summary>
    public static byte[] Subject(string kind, string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}"));

    /// <summary>Counts an attempt that is about to be judged.</summary>
    /// <param name="database">Where it is counted.</param>
    /// <param name="subject">What is counted, see <see cref="Subject"/>.</param>
    /// <param name="max">How many failures in a row lock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AttemptBooking> BookAsync(DatabaseLease database, byte[] subject, int max, CancellationToken cancellationToken)
    {
        var known = await database.Attempts.FindAsync(subject, cancellationToken);
        while (true)
        {
            var now = time.GetUtcNow();
            if (known is null)
            {
                if (await database.Attempts.AddAsync(Next(subject, 1, now), cancellationToken))
                    return new(null);
                known = await database.Attempts.FindAsync(subject, cancellationToken);
                continue;
            }

            if (Lockout.LockedUntil(known.Failures, known.LastFailure, max, options.Value.Lockout) is { } until && now < until)
                return new(until);
            var (counted, current) = await database.Attempts.ReplaceAsync(known, Next(subject, known.ExpiresAt <= now ? 1 : known.Failures + 1, now), cancellationToken);
            if (counted)
                return new(null);
            known = current;
        }
    }

    private static FailedAttempts Next(byte[] subject, int failures, DateTimeOffset now) =>
        new() { Subject = subject, Failures = failures, LastFailure = now, ExpiresAt = now + ForgottenAfter };
}
