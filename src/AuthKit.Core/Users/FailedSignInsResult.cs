namespace AuthKit.Users;

/// <summary>What became of <see cref="IUserStore.ReplaceFailedSignInsAsync"/>.</summary>
/// <param name="Replaced">Whether this caller's update was the one that took effect.</param>
/// <param name="User">The account as it stands now; null where there is none.</param>
public sealed record FailedSignInsResult(bool Replaced, User? User);
