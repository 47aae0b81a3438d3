namespace AuthKit.Users.Attempts;

/// <summary>Where failed attempts are counted that no account's row counts.</summary>
/// <remarks><inheritdoc cref="IUserStore" path="/remarks"/></remarks>
public interface IAttemptStore
{
    /// <summary>The count of a subject, or null.</summary>
    Task<FailedAttempts?> FindAsync(byte[] subject, CancellationToken cancellationToken);

    /// <summary>Begins a count, unless there is one.</summary>
    /// <returns>Whether this caller began it.</returns>
    Task<bool> AddAsync(FailedAttempts first, CancellationToken cancellationToken);

    /// <summary>Replaces a count where it is still as <paramref name="known"/>; in the same round trip it reads the count, whoever won.</summary>
    Task<AttemptResult> ReplaceAsync(FailedAttempts known, FailedAttempts next, CancellationToken cancellationToken);

    /// <summary>Forgets a subject's failures.</summary>
    Task ClearAsync(byte[] subject, CancellationToken cancellationToken);

    /// <summary>Removes the counts that were forgotten by then.</summary>
    Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>What became of replacing a count.</summary>
/// <param name="Replaced">Whether this caller's update was the one that took effect.</param>
/// <param name="Current">The count as it stands now; null where there is none.</param>
public sealed record AttemptResult(bool Replaced, FailedAttempts? Current);
