namespace AuthKit.AuthorizationServer.Requests;

/// <summary>The result for an authorization request whose client is known: the request where it is valid, or the refusal that the client is sent.</summary>
internal sealed record AuthorizationRequestValidationResult(AuthorizationRequest? Request, AuthorizationRefused? Refusal);
