using System.Globalization;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Details;
using AuthKit.Grants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Validates authorization requests: the only place that does, for every page of a journey and for requests that are pushed.</summary>
internal sealed class AuthorizationRequestValidator(ClientRegistry clients, PushedRequests pushedRequests, RequestObjects objects, ScopePolicy scopes, ResourcePolicy resources, AuthorizationDetailsValidator details, IOptions<AuthKitOptions> options)
{
    /// <summary>
    /// The request, or why not: a failure where it is not known whom to tell, and a <see cref="AuthorizationRefused"/> for
    /// the client where it is (RFC 6749 §4.1.2.1).
    /// </summary>
    /// <param name="sent">The request as it was sent.</param>
    /// <param name="hasBegun">Whether somebody has signed in for it, or consented.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<AuthorizationRequestValidationResult>> ValidateAsync(AuthorizationParameters sent, bool hasBegun, CancellationToken cancellationToken)
    {
        var parameters = sent;
        PushedReference? reference = null;
        // RFC 9101 §5: never both.
        if (sent is { RequestUri: not null, RequestObject: not null })
            return Fault.Malformed;
        if (sent.RequestUri is not null && PushedRequests.IsReference(sent.RequestUri))
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
        if (!(await SignedAsync(parameters, client, hasBegun, cancellationToken)).Succeeded(out var signed, out var unsigned))
            return Redirect(parameters, client) is { } known ? Refusal(parameters, client, known, unsigned) : unsigned;
        parameters = signed;
        if (Redirect(parameters, client) is not { } redirectUri)
            return parameters.HasDuplicates ? Fault.Malformed : Fault.InvalidRedirectUri;
        if (Objection(parameters, client, isPushed: reference is not null) is { } objection)
            return Refusal(parameters, client, redirectUri, objection);
        return (await details.ValidateAsync(parameters.AuthorizationDetails, client, cancellationToken)).Succeeded(out var granted, out var refused)
            ? new AuthorizationRequestValidationResult(Read(parameters, client, redirectUri, reference) with { AuthorizationDetails = granted.Json }, null)
            : Refusal(parameters, client, redirectUri, refused);
    }

    /// <summary>As <see cref="ValidateAsync"/>, for a request that a client pushes and so is told of itself (RFC 9126 §2.1, §3): the parameters that count.</summary>
    public async ValueTask<Outcome<AuthorizationParameters>> ValidatePushedAsync(AuthorizationParameters sent, Client client, CancellationToken cancellationToken)
    {
        if (sent.RequestUri is not null)
            return Fault.Malformed;
        if (!(await objects.ReadAsync(sent, client, hasBegun: false, cancellationToken)).Succeeded(out var parameters, out var unsigned))
            return unsigned;
        // FAPI 2.0 Security Profile §5.3.2.2.
        if (parameters.RedirectUri is null && options.Value.OAuth.Profile is SecurityProfile.Fapi2)
            return Failure.Of(Field.RedirectUri, Rule.Required);
        if (Redirect(parameters, client) is null)
            return Failure.Of(Field.RedirectUri, Rule.Unknown);
        if (Objection(parameters, client, isPushed: true) is { } objection)
            return objection;
        return (await details.ValidateAsync(parameters.AuthorizationDetails, client, cancellationToken)).Succeeded(out _, out var refused) ? parameters : refused;
    }

    // What the server would have to fetch is a stranger's address: what it does not know as pushed, it does not look up.
    private async ValueTask<Outcome<AuthorizationParameters>> SignedAsync(AuthorizationParameters parameters, Client client, bool hasBegun, CancellationToken cancellationToken) =>
        parameters.RequestUri is not null ? Fault.RequestUriNotSupported : await objects.ReadAsync(parameters, client, hasBegun, cancellationToken);

    private static AuthorizationRequestValidationResult Refusal(AuthorizationParameters parameters, Client client, string redirectUri, Failure objection) =>
        new(null, new(redirectUri, parameters.State, objection) { ResponseMode = Mode(parameters), TellsUserFirst = !client.FirstParty });

    private static string? Redirect(AuthorizationParameters parameters, Client client) => parameters.RedirectUri is { } named
        ? RedirectUri.IsRegistered(named, client) ? named : null
        : client.RedirectUris.Count == 1 && !parameters.HasDuplicates ? client.RedirectUris[0] : null;

    private Failure? Objection(AuthorizationParameters parameters, Client client, bool isPushed)
    {
        if (parameters.HasDuplicates)
            return new(Fault.Malformed);
        if (RequestBounds.Objection(parameters, isPushed) is { } tooLong)
            return tooLong;
        if ((client.RequireRequestObjects || options.Value.OAuth.RequireRequestObjects) && !parameters.IsSigned)
            return Failure.Of(Field.RequestObject, Rule.Required);
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
            ?? (parameters.Claims is { } claims && ClaimsOf(claims, client) is null ? Failure.Of(Field.Claims, Rule.Unknown) : null)
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

    private ClaimsRequest? ClaimsOf(string claims, Client client) => ClaimsRequest.Of(claims, name => scopes.MayTell(client, name));

    private AuthorizationRequest Read(AuthorizationParameters parameters, Client client, string redirectUri, PushedReference? pushed)
    {
        var (granted, claims) = (Granted(parameters, client).Value!, parameters.Claims is { } sent ? ClaimsOf(sent, client) : null);
        return new(client, redirectUri)
        {
            RedirectUriWasSent = parameters.RedirectUri is not null,
            State = parameters.State,
            ResponseType = ResponseTypes.Of(parameters.ResponseType)!,
            ResponseMode = Mode(parameters),
            Scope = granted.Scope,
            Resources = granted.Resources,
            Claims = claims,
            Wanted = Wanted(client, Scopes.Split(granted.Scope), claims),
            Nonce = parameters.Nonce,
            CodeChallenge = parameters.CodeChallenge,
            DPoPKey = parameters.DPoPKey,
            Prompts = Prompts.Of(parameters.Prompt),
            MaxAge = MaxAge(parameters) ?? client.DefaultMaxAge,
            PreferredContexts = [.. parameters.AcrValues?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [], .. claims?.PreferredContexts ?? []],
            IdTokenHint = parameters.IdTokenHint,
            LoginHint = parameters.LoginHint,
            Pushed = pushed,
        };
    }

    private IReadOnlyList<string> Wanted(Client client, IReadOnlyList<string> granted, ClaimsRequest? claims) => claims is null ? granted :
    [
        .. granted,
        .. StandardClaims.All
            .Where(claim => (claims.UserInfo.Contains(claim.Name) || claims.IdToken.Contains(claim.Name)) && !claim.IsOf(granted))
            .Select(claim => scopes.For(client, claim)[^1])
            .Distinct(),
    ];

    // Of a mode that there is not, the client is told in the way that needs none.
    private static string Mode(AuthorizationParameters parameters)
    {
        var type = ResponseTypes.Of(parameters.ResponseType) ?? ResponseTypes.Code;
        return ResponseModes.Of(parameters.ResponseMode, type) ?? ResponseModes.DefaultOf(type);
    }

    private static TimeSpan? MaxAge(AuthorizationParameters parameters) =>
        int.TryParse(parameters.MaxAge, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
