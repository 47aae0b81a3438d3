namespace AuthKit.External;

/// <summary>Whose an external identity is.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Subject">The provider's id of the person.</param>
/// <param name="UserId">The account.</param>
/// <param name="CreatedAt">When it was given to the account.</param>
public sealed record ExternalLoginRecord(string Provider, string Subject, Guid UserId, DateTimeOffset CreatedAt);
