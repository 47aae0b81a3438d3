namespace AuthKit.Users.Attempts;

/// <summary>Whether an attempt comes from a device that its account has signed in from before.</summary>
/// <param name="IsClaimed">Whether the request says so.</param>
/// <param name="Id">The device, where that is true.</param>
internal readonly record struct ClaimedDevice(bool IsClaimed, Guid? Id)
{
    /// <summary>Whether it is said and not true: who makes claims up gets turns of their own, but not past the store's count.</summary>
    public bool IsFalse => IsClaimed && Id is null;
}
