namespace AuthKit.Features.Import;

/// <summary>An account that is being taken in, or was. It stands before the account does, so that of two runs neither makes a second one.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="SourceId">What it is called there.</param>
/// <param name="UserId">The id that its account has here, or is going to have.</param>
/// <param name="ClaimedAt">When it was first read.</param>
/// <param name="TakenAt">When the account was there with all that belongs to it; null until then.</param>
internal sealed record ImportedRow(string Source, string SourceId, Guid UserId, DateTimeOffset ClaimedAt, DateTimeOffset? TakenAt);
