namespace AuthKit.Users;

/// <summary>
/// The lockout: until when somebody who failed is closed. It follows from the count of failures and the time of the last, which
/// the store counts atomically, so that parallel guesses cannot hide behind one another. Failures while it is closed do not count.
/// </summary>
internal static class Lockout
{
    public static bool IsLocked(User user, LockoutOptions options, DateTimeOffset now) =>
        user.LastFailedSignIn is { } last && LockedUntil(user.FailedSignIns, last, options.MaxFailedAttempts, options) is { } until && now < until;

    /// <summary>When the lock ends, or ended; null where the failures are not enough for one.</summary>
    public static DateTimeOffset? LockedUntil(int failures, DateTimeOffset last, int max, LockoutOptions options)
    {
        var beyond = failures - max;
        return beyond >= 0 ? last + Duration(beyond, options) : null;
    }

    private static TimeSpan Duration(int beyond, LockoutOptions options)
    {
        var doubled = options.FirstLock.Ticks * Math.Pow(2, Math.Min(beyond, 40));
        return doubled < options.LongestLock.Ticks ? TimeSpan.FromTicks((long)doubled) : options.LongestLock;
    }
}
