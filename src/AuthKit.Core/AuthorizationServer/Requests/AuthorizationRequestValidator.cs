using System.Globalization;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Grants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Validates authorization requests: the only place that does, for every page of a journey and for requests that are pushed.</summary>
internal sealed class AuthorizationRequestValidator(ClientRegistry clients, PushedRequests pushedRequests, ScopePolicy scopes, IOptions<AuthKitOptions> options)
{
    private const string Code = "code";

    /// <summary>
    /// The request, or why not: a failure where it is not known whom to tell, and a <see cref="AuthorizationRefused"/> for
    /// the client where it is (RFC 6749 §4.1.2.1).
    /// </summary>
    public async Task<Outcome<AuthorizationRequestValidationResult>> ValidateAsync(AuthorizationParameters sent, CancellationToken cancellationToken)
    {
        var parameters = sent;
        PushedReference? reference = null;
        if (sent.RequestUri is not null)
        {
            reference = await pushedRequests.FindAsync(sent.RequestUri, sent.ClientId, cancellationToken);
            if (reference is null)
                return Fault.InvalidRequestUri;
            parameters = GrantData.Read<AuthorizationParameters>(reference.Grant);
        }

        if (string.IsNullOrEmpty(parameters.ClientId))
            return parameters.HasDuplicates ? Fault.Malformed : Failure.Of(Field.ClientId, Rule.Required);
        if (await clients.FindAsync(parameters.ClientId, cancellationToken) is not { } client)
            return Fault.InvalidClient;
        if (Redirect(parameters, client) is not { } redirectUri)
            return parameters.HasDuplicates ? Fault.Malformed : Fault.InvalidRedirectUri;
        return Objection(parameters, client, isPushed: reference is not null) is { } objection
            ? new AuthorizationRequestValidationResult(null, new(redirectUri, parameters.State, objection) { ResponseMode = Mode(parameters), TellsUserFirst = !client.FirstParty })
            : new AuthorizationRequestValidationResult(Read(parameters, client, redirectUri, reference), null);
    }

    /// <summary>As <see cref="ValidateAsync"/>, for a request that a client has pushed and so been told of itself (RFC 9126 §2.1).</summary>
    public Failure? ValidatePushed(AuthorizationParameters parameters, Client client)
    {
        if (parameters.RequestUri is not null)
            return new(Fault.Malformed);
        return Redirect(parameters, client) is null ? Failure.Of(Field.RedirectUri, Rule.Unknown) : Objection(parameters, client, isPushed: true);
    }

    private static string? Redirect(AuthorizationParameters parameters, Client client) => parameters.RedirectUri is { } named
        ? RedirectUri.IsRegistered(named, client) ? named : null
        : client.RedirectUris.Count == 1 && !parameters.HasDuplicates ? client.RedirectUris[0] : null;

    private Failure? Objection(AuthorizationParameters parameters, Client client, bool isPushed)
    {
        if (parameters.HasDuplicates)
            return new(Fault.Malformed);
        if (RequestBounds.Objection(parameters, isPushed) is { } tooLong)
            return tooLong;
        if (parameters.HasRequestObject)
            return new(Fault.RequestNotSupported);
        if (options.Value.OAuth.RequirePushedRequests && !isPushed)
            return Failure.Of(Field.RequestUri, Rule.Required);
        if (string.IsNullOrEmpty(parameters.ResponseType))
            return Failure.Of(Field.ResponseType, Rule.Required);
        if (parameters.ResponseType != Code)
            return new(Fault.UnsupportedResponseType);
        if (parameters.ResponseMode is { } mode && !ResponseModes.All.Contains(mode))
            return Failure.Of(Field.ResponseMode, Rule.Unknown);
        if (!client.Grants.Contains(GrantTypes.AuthorizationCode))
            return new(Fault.UnauthorizedClient);
        return ProofObjection(parameters, client) ?? PromptObjection(parameters) ?? ScopeObjection(parameters, client);
    }

    private Failure? ProofObjection(AuthorizationParameters parameters, Client client)
    {
        if (parameters.CodeChallenge is not { } challenge)
        {
            var required = client.IsPublic || options.Value.OAuth.RequirePkce || parameters.CodeChallengeMethod is not null;
            return required ? Failure.Of(Field.CodeChallenge, Rule.Required) : null;
        }

        // Without a method it would be a plain one (RFC 7636 §4.3).
        return parameters.CodeChallengeMethod == Pkce.Method && Pkce.IsChallenge(challenge) ? null : Failure.Of(Field.CodeChallenge, Rule.Unknown);
    }

    private static Failure? PromptObjection(AuthorizationParameters parameters)
    {
        if (Prompts.Of(parameters.Prompt) is { Count: > 1 } prompts && prompts.Contains(Prompts.None))
            return Failure.Of(Field.Prompt, Rule.Unknown);
        return parameters.MaxAge is null || MaxAge(parameters) is not null ? null : Failure.Of(Field.MaxAge, Rule.Unknown);
    }

    private Failure? ScopeObjection(AuthorizationParameters parameters, Client client) =>
        parameters.Scope is { } scope && (scope.Length > Scopes.MaxTotal || scopes.ForUser(client, scope).Length == 0) ? new(Fault.InvalidScope) : null;

    private AuthorizationRequest Read(AuthorizationParameters parameters, Client client, string redirectUri, PushedReference? pushed) => new(client, redirectUri)
    {
        RedirectUriWasSent = parameters.RedirectUri is not null,
        State = parameters.State,
        ResponseMode = Mode(parameters),
        Scope = scopes.ForUser(client, parameters.Scope),
        Nonce = parameters.Nonce,
        CodeChallenge = parameters.CodeChallenge,
        Prompts = Prompts.Of(parameters.Prompt),
        MaxAge = MaxAge(parameters),
        IdTokenHint = parameters.IdTokenHint,
        LoginHint = parameters.LoginHint,
        Pushed = pushed,
    };

    // Of a mode that there is not, the client is told in the way that needs none.
    private static string Mode(AuthorizationParameters parameters) =>
        parameters.ResponseMode is { } mode && ResponseModes.All.Contains(mode) ? mode : ResponseModes.Query;

    private static TimeSpan? MaxAge(AuthorizationParameters parameters) =>
        int.TryParse(parameters.MaxAge, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
