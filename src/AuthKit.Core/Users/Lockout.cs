namespace AuthKit.Users;

/// <summary>
/// The lockout: whether an account is closed for now. It follows from the count of failures and the time of the last, which the
/// store counts atomically, so that parallel guesses cannot hide behind one another. Failures while it is closed do not count.
/// </summary>
internal static class Lockout
{
    public static bool IsLocked(User user, LockoutOptions options, DateTimeOffset now)
    {
        var beyond = user.FailedSignIns - options.MaxFailedAttempts;
        return beyond >= 0 && user.LastFailedSignIn is { } last && now < last + Duration(beyond, options);
    }

    private static TimeSpan Duration(int beyond, LockoutOptions options)
    {
        var doubled = options.FirstLock.Ticks * Math.Pow(2, Math.Min(beyond, 40));
        return doubled < options.LongestLock.Ticks ? TimeSpan.FromTicks((long)doubled) : options.LongestLock;
    }
}
