using AuthKit.Sessions;

namespace AuthKit.AuthorizationServer.Exchanges;

/// <summary>A token that counts at this moment, and its session as the database has it.</summary>
/// <param name="Token">What a policy is told of it.</param>
/// <param name="Subject">Its <c>sub</c>.</param>
/// <param name="Session">Its session.</param>
internal sealed record StandingToken(ExchangedToken Token, string Subject, Session Session);
