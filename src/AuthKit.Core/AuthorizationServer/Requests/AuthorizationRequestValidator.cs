using System.Globalization;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Details;
using AuthKit.Grants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Validates authorization requests: the only place that does, for every page of a journey and for requests that are pushed.</summary>
internal sealed class AuthorizationRequestValidator(ClientRegistry clients, PushedRequests pushedRequests, ScopePolicy scopes, ResourcePolicy resources, AuthorizationDetailsValidator details, IOptions<AuthKitOptions> options)
{
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
        if (Objection(parameters, client, isPushed: reference is not null) is { } objection)
            return Refused(objection);
        return (await details.ValidateAsync(parameters.AuthorizationDetails, client, cancellationToken)).Succeeded(out var granted, out var refused)
            ? new AuthorizationRequestValidationResult(Read(parameters, client, redirectUri, reference) with { AuthorizationDetails = granted.Json }, null)
            : Refused(refused);

        AuthorizationRequestValidationResult Refused(Failure why) =>
            new(null, new(redirectUri, parameters.State, why) { ResponseMode = Mode(parameters), TellsUserFirst = !client.FirstParty });
    }

    /// <summary>As <see cref="ValidateAsync"/>, for a request that a client has pushed and so been told of itself (RFC 9126 §2.1).</summary>
    public async ValueTask<Failure?> ValidatePushedAsync(AuthorizationParameters parameters, Client client, CancellationToken cancellationToken)
    {
        if (parameters.RequestUri is not null)
            return new(Fault.Malformed);
        if (Redirect(parameters, client) is null)
            return Failure.Of(Field.RedirectUri, Rule.Unknown);
        return Objection(parameters, client, isPushed: true) ?? (await details.ValidateAsync(parameters.AuthorizationDetails, client, cancellationToken)).Failure;
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
        if ((options.Value.OAuth.RequirePushedRequests || client.RequirePushedRequests) && !isPushed)
            return Failure.Of(Field.RequestUri, Rule.Required);
        if (string.IsNullOrEmpty(parameters.ResponseType))
            return Failure.Of(Field.ResponseType, Rule.Required);
        if (ResponseTypes.Of(parameters.ResponseType) is not { } type)
            return new(Fault.UnsupportedResponseType);
        if (ResponseModes.Of(parameters.ResponseMode, type) is null)
            return Failure.Of(Field.ResponseMode, Rule.Unknown);
        if (!client.MayAskFor(type))
            return new(Fault.UnauthorizedClient);
        return (ResponseTypes.HasCode(type) ? ProofObjection(parameters, client) : null)
            ?? KeyObjection(parameters)
            ?? PromptObjection(parameters)
            ?? ScopeObjection(parameters, client)
            ?? (ResponseTypes.HasIdToken(type) ? IdTokenObjection(parameters, client) : null)
            ?? Granted(parameters, client).Failure;
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

    private static Failure? KeyObjection(AuthorizationParameters parameters) =>
        parameters.DPoPKey is not { } key || Confirmation.IsThumbprint(key) ? null : Failure.Of(Field.DPoPKey, Rule.Unknown);

    private static Failure? PromptObjection(AuthorizationParameters parameters)
    {
        if (Prompts.Of(parameters.Prompt) is { Count: > 1 } prompts && prompts.Contains(Prompts.None))
            return Failure.Of(Field.Prompt, Rule.Unknown);
        return parameters.MaxAge is null || MaxAge(parameters) is not null ? null : Failure.Of(Field.MaxAge, Rule.Unknown);
    }

    private Failure? ScopeObjection(AuthorizationParameters parameters, Client client) =>
        parameters.Scope is { } scope && (scope.Length > Scopes.MaxTotal || scopes.ForUser(client, scope).Length == 0) ? new(Fault.InvalidScope) : null;

    // OpenID Connect Core 1.0 §3.2.2.1: the nonce is what binds an id token that came through a browser to the request.
    private Failure? IdTokenObjection(AuthorizationParameters parameters, Client client) =>
        !Scopes.Contains(scopes.ForUser(client, parameters.Scope), Scopes.OpenId) ? new(Fault.InvalidScope)
        : parameters.Nonce is null ? Failure.Of(Field.Nonce, Rule.Required)
        : null;

    private Outcome<ResourceGrant> Granted(AuthorizationParameters parameters, Client client) =>
        resources.Grant(parameters.Resources, scopes.ForUser(client, parameters.Scope ?? resources.ScopeOf(parameters.Resources)));

    private AuthorizationRequest Read(AuthorizationParameters parameters, Client client, string redirectUri, PushedReference? pushed)
    {
        var granted = Granted(parameters, client).Value!;
        return new(client, redirectUri)
        {
            RedirectUriWasSent = parameters.RedirectUri is not null,
            State = parameters.State,
            ResponseType = ResponseTypes.Of(parameters.ResponseType)!,
            ResponseMode = Mode(parameters),
            Scope = granted.Scope,
            Resources = granted.Resources,
            Nonce = parameters.Nonce,
            CodeChallenge = parameters.CodeChallenge,
            DPoPKey = parameters.DPoPKey,
            Prompts = Prompts.Of(parameters.Prompt),
            MaxAge = MaxAge(parameters) ?? client.DefaultMaxAge,
            IdTokenHint = parameters.IdTokenHint,
            LoginHint = parameters.LoginHint,
            Pushed = pushed,
        };
    }

    // Of a mode that there is not, the client is told in the way that needs none.
    private static string Mode(AuthorizationParameters parameters)
    {
        var type = ResponseTypes.Of(parameters.ResponseType) ?? ResponseTypes.Code;
        return ResponseModes.Of(parameters.ResponseMode, type) ?? ResponseModes.DefaultOf(type);
    }

    private static TimeSpan? MaxAge(AuthorizationParameters parameters) =>
        int.TryParse(parameters.MaxAge, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
