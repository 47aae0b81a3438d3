namespace AuthKit;

/// <summary>Why somebody is not let in to an account, for events alone.</summary>
/// <param name="Reason">Why, of <see cref="Events.SignInFailures"/>.</param>
/// <param name="UserId">The account; null where there is none.</param>
/// <param name="Tenant">Where it lives.</param>
/// <param name="LockedAfter">After how many failures the account is closed by this one; null where it is not.</param>
internal sealed record SignInRefusal(string Reason, Guid? UserId, string? Tenant, int? LockedAfter = null);
