namespace AuthKit;

/// <summary>Why somebody is not let in, for events alone.</summary>
/// <param name="Reason">Why, of <see cref="Events.SignInFailures"/>.</param>
/// <param name="LockedAfter">After how many failures the account is closed by this one; null where it is not.</param>
internal sealed record SignInRefusal(string Reason, int? LockedAfter = null);
