using AuthKit.Databases;

namespace AuthKit.Users.Attempts;

/// <summary>
/// Attempts of which there is a fixed number in some time. Each is counted before it is judged, by a conditional update, so that
/// attempts at once cannot hide behind one another; one that was right is taken back.
/// </summary>
internal sealed class AttemptBudget(TimeProvider time)
{
    /// <summary>Counts an attempt that is about to be judged, unless there are none left.</summary>
    /// <param name="database">Where it is counted.</param>
    /// <param name="subject">What is counted, see <see cref="AttemptCounter.Subject"/>.</param>
    /// <param name="max">How many there are.</param>
    /// <param name="window">The time, from the first of them on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SpentAttempt> SpendAsync(DatabaseLease database, byte[] subject, int max, TimeSpan window, CancellationToken cancellationToken)
    {
        var known = await database.Attempts.FindAsync(subject, cancellationToken);
        while (true)
        {
            var now = time.GetUtcNow();
            var first = new FailedAttempts { Subject = subject, Failures = 1, LastFailure = now, ExpiresAt = now + window };
            if (known is null)
            {
                if (await database.Attempts.AddAsync(first, cancellationToken))
                    return new(subject, 1, max - 1, window);
                known = await database.Attempts.FindAsync(subject, cancellationToken);
                continue;
            }

            var isOver = known.ExpiresAt <= now;
            if (!isOver && known.Failures >= max)
                return new(subject, known.Failures, Left: null, known.ExpiresAt - now);
            var next = isOver ? first : known with { Failures = known.Failures + 1, LastFailure = now };
            var (counted, current) = await database.Attempts.ReplaceAsync(known, next, cancellationToken);
            if (counted)
                return new(subject, next.Failures, max - next.Failures, next.ExpiresAt - now);
            known = current;
        }
    }

    /// <summary>Takes an attempt back that was right. Those that failed stay counted.</summary>
    public static async Task TakeBackAsync(DatabaseLease database, SpentAttempt right, CancellationToken cancellationToken)
    {
        var known = await database.Attempts.FindAsync(right.Subject, cancellationToken);
        while (known is { Failures: > 0 })
        {
            (var taken, known) = await database.Attempts.ReplaceAsync(known, known with { Failures = known.Failures - 1 }, cancellationToken);
            if (taken)
                return;
        }
    }
}

/// <summary>An attempt of an <see cref="AttemptBudget"/>.</summary>
/// <param name="Subject">What is counted.</param>
/// <param name="Count">How many are counted.</param>
/// <param name="Left">How many are left after it; null where there was none, and it is not to be judged.</param>
/// <param name="Renews">How long it is until there are all again.</param>
internal readonly record struct SpentAttempt(byte[] Subject, int Count, int? Left, TimeSpan Renews)
{
    public bool IsCounted => Left is not null;
}
