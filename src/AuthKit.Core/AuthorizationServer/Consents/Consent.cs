namespace AuthKit.AuthorizationServer.Consents;

/// <summary>A scope that a user has allowed a client.</summary>
/// <param name="UserId">The account.</param>
/// <param name="ClientId">The client.</param>
/// <param name="Scope">One value of scope (RFC 6749 §3.3).</param>
/// <param name="CreatedAt">When the user allowed it.</param>
public sealed record Consent(Guid UserId, string ClientId, string Scope, DateTimeOffset CreatedAt);
