namespace AuthKit.Users.Attempts;

/// <summary>Whether an attempt is counted, so that it may be judged.</summary>
/// <param name="LockedUntil">When one may be made again; null where this one is counted.</param>
internal readonly record struct AttemptBooking(DateTimeOffset? LockedUntil)
{
    public bool IsCounted => LockedUntil is null;
}
