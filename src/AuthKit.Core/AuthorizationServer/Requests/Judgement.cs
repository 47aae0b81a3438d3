namespace AuthKit.AuthorizationServer.Requests;

/// <summary>What becomes of an authorization request whose client is known: one of the two.</summary>
internal sealed record Judgement(AuthorizationRequest? Request, AuthorizationRefused? Refusal);
