using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AuthKit.Events;
using AuthKit.Hosting;
using AuthKit.Http;
using AuthKit.Http.Reading;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Security;

/// <summary>Lets <c>[Authorize]</c> and <c>RequireAuthorization()</c> accept access tokens in the host's own endpoints.</summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ITenantHint tenantHint, EndpointAccesses accesses, ContractRegistry contracts, IOptions<AuthKitOptions> authKit, PresentedProofs proofs, SessionCookies cookies)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private bool _storeUnavailable;
    private bool _isForged;
    private Fault _fault = Fault.InvalidToken;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        Fault? refused = null;
        var token = BearerHeader.Read(Request.Headers.Authorization, fault => refused = fault);
        var context = ContextOf();
        var isContracts = Context.GetEndpoint()?.Metadata.GetMetadata<ContractPath>() is not null;
        try
        {
            if (string.IsNullOrEmpty(token) && refused is null)
            {
                if (await cookies.OpenAsync(Context) is not { } session)
                    return AuthenticateResult.NoResult();
                _isForged = session.IsForged;
                if (session.AccessToken is null)
                    return session.IsForged ? AuthenticateResult.Fail("The request does not come from a page of this site.") : AuthenticateResult.NoResult();
                token = session.AccessToken;
            }

            // Where there are no interfaces, every token is for the host.
            var audience = authKit.Value.OAuth.Apis.Count == 0 ? null : (await accesses.OfAsync(Context)).Audience;
            var outcome = refused is { } fault ? fault : await DatabaseTime.LimitAsync(Context, time => Flows.Authenticate.RunAsync(Context.RequestServices, new(token) { Provisional = isContracts, Audience = audience }, context, time));
            // A contract's route is going to ask the same.
            if (refused is null && isContracts)
                Context.Features.Set(new AuthenticatedToken(token!, outcome));
            PresentedProofs.WriteNonce(Response, context.Proof);
            if (outcome.Succeeded(out var caller, out var failure))
                return AuthenticateResult.Success(new(new ClaimsPrincipal(Identity(caller)), Scheme.Name));
            _fault = failure.Fault;
            return AuthenticateResult.Fail("The access token is invalid.");
        }
        catch (StoreUnavailableException)
        {
            // Nobody is let in, but neither is anybody told that a good token is bad.
            _storeUnavailable = true;
            return AuthenticateResult.Fail("The session could not be looked at.");
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failed = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        if (_storeUnavailable)
        {
            Response.Headers.RetryAfter = "1";
            await ProblemAsync(StatusCodes.Status503ServiceUnavailable, "The service is unavailable. Try again later.");
            return;
        }

        if (_isForged)
        {
            await ProblemAsync(StatusCodes.Status403Forbidden, "The request does not come from a page of this site.");
            return;
        }

        Response.Headers.WWWAuthenticate = failed && Challenges.OfProof(_fault, Context.RequestServices) is { } proof ? proof : Challenge(failed ? "invalid_token" : null, await accesses.OfAsync(Context));
        await ProblemAsync(StatusCodes.Status401Unauthorized, failed ? "The access token is invalid." : "Authentication is required.");
    }

    // RFC 6750 §3 and §3.1, RFC 9470 §3.
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var access = await accesses.OfAsync(Context);
        if (await NeedsProofAsync(access))
        {
            await RaiseRefusedAsync(TokenRefusals.ProofRequired);
            Response.Headers.WWWAuthenticate = Challenge(Fault.ProofRequired.OAuthError, access, Challenges.StepUp((int?)access.MaxAge?.TotalSeconds, access.Context));
            await ProblemAsync(StatusCodes.Status401Unauthorized, Fault.ProofRequired.Sentence);
            return;
        }

        await RaiseRefusedAsync(TokenRefusals.InsufficientScope);
        Response.Headers.WWWAuthenticate = Challenge("insufficient_scope", access);
        await ProblemAsync(StatusCodes.Status403Forbidden, "You may not do this.");
    }

    // RFC 6750 §3, RFC 9728 §5.1. A scope's value and an address have no characters that would have to be quoted.
    private string Challenge(string? error, EndpointAccess access, params IEnumerable<string> more)
    {
        var metadata = access.Scopes.Count > 0 || access.Api is not null ? contracts.MetadataOf(access.Api?.Identifier ?? authKit.Value.Audience ?? authKit.Value.Issuer) : null;
        string?[] parameters =
        [
            error is null ? null : $"error=\"{error}\"",
            .. more,
            access.Scopes.Count == 0 ? null : $"scope=\"{string.Join(' ', access.Scopes)}\"",
            metadata is null ? null : $"resource_metadata=\"{metadata}\"",
        ];
        return $"Bearer {string.Join(", ", parameters.OfType<string>())}".TrimEnd();
    }

    private async Task<bool> NeedsProofAsync(EndpointAccess access)
    {
        if (access is { MaxAge: null, Context: null } || (await HandleAuthenticateOnceSafeAsync()).Principal is not { } user)
            return false;
        return (access.MaxAge is { } maxAge && !new RecentProofRequirement(maxAge).IsMetBy(user, Context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()))
            || (access.Context is { } context && !new AuthenticationContextRequirement(context).IsMetBy(user, authKit.Value.SignIn));
    }

    private async Task RaiseRefusedAsync(string reason)
    {
        var user = (await HandleAuthenticateOnceSafeAsync()).Principal;
        var (subject, client) = (user?.FindFirstValue("sub"), user?.FindFirstValue(ClaimNames.ClientId));
        var forbidden = new TokenRefused(TokenKinds.Access, reason)
        {
            // A client in its own name is its own subject, and may be called as accounts are.
            UserId = subject != client && Guid.TryParse(subject, out var id) ? id : null,
            Tenant = user is null ? null : user.FindFirstValue(ClaimNames.Tenant) ?? Tenant.Home,
            SessionId = Guid.TryParse(user?.FindFirstValue(ClaimNames.SessionId), out var session) ? session : null,
            ClientId = client,
        };
        await Context.RequestServices.GetRequiredService<IEvents>().RaiseAsync(ContextOf(), forbidden, Context.RequestAborted);
    }

    private FlowContext ContextOf() => new()
    {
        ClientId = Scheme.Name,
        TenantHint = tenantHint.Of(Context),
        RemoteAddress = Context.Connection.RemoteIpAddress,
        UserAgent = Request.Headers.UserAgent,
        Proof = proofs.Of(Context),
    };

    private ClaimsIdentity Identity(Caller caller)
    {
        var identity = new ClaimsIdentity(Scheme.Name, ClaimTypes.Name, ClaimTypes.Role);
        // Whatever a client calls a user, the host's own endpoints know the account. A client in its own name is nobody's.
        identity.AddClaim(new(ClaimTypes.NameIdentifier, caller.AccountSubject));
        identity.AddClaim(new("sub", caller.AccountSubject));
        identity.AddClaim(new(ClaimNames.SessionId, caller.SessionId.ToString()));
        identity.AddClaim(new(ClaimNames.ClientId, caller.ClientId));
        identity.AddClaim(new(ClaimNames.Scope, caller.Scope));
        // Without interfaces there is one audience, which says nothing.
        foreach (var audience in authKit.Value.OAuth.Apis.Count == 0 ? [] : caller.Audience)
            identity.AddClaim(new(JwtRegisteredClaimNames.Aud, audience));
        if (caller.Tenant != Tenant.Home)
            identity.AddClaim(new(ClaimNames.Tenant, caller.Tenant));
        if (caller.AuthorizationDetails is { } details)
            identity.AddClaim(new(ClaimNames.AuthorizationDetails, details.GetRawText(), JsonClaimValueTypes.JsonArray));
        if (caller.AuthenticatedAt is { } authenticated)
            identity.AddClaim(new(JwtRegisteredClaimNames.AuthTime, authenticated.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        if (caller.AuthenticationContext is { } authentication)
            identity.AddClaim(new(JwtRegisteredClaimNames.Acr, authentication));
        if (caller.Actor is { } actor)
            identity.AddClaim(new(ClaimNames.Actor, actor, "JSON"));
        foreach (var claim in caller.Claims)
            identity.AddClaim(new(claim.Type == ClaimNames.Role ? ClaimTypes.Role : claim.Type, claim.Value, claim.ValueType));
        return identity;
    }

    // The host's endpoint has no envelope of ours; RFC 9457 has one for everybody.
    private Task ProblemAsync(int status, string message)
    {
        Response.StatusCode = status;
        Response.Headers.CacheControl = "no-store";
        ReplyWriter.WriteDataHeaders(Response);
        return Response.WriteAsJsonAsync(new BearerProblem(message, status, message), ReplyJson.Default.BearerProblem, "application/problem+json", Context.RequestAborted);
    }
}
