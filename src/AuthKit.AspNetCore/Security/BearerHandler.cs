using System.Security.Claims;
using System.Text.Encodings.Web;
using AuthKit.Events;
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

namespace AuthKit.Security;

/// <summary>Lets <c>[Authorize]</c> and <c>RequireAuthorization()</c> accept access tokens in the host's own endpoints.</summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ITenantHint tenantHint, PresentedProofs proofs)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private bool _storeUnavailable;
    private Fault _fault = Fault.InvalidToken;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        Fault? refused = null;
        var token = BearerHeader.Read(Request.Headers.Authorization, fault => refused = fault);
        if (string.IsNullOrEmpty(token) && refused is null)
            return AuthenticateResult.NoResult();
        var context = ContextOf();
        var isContracts = Context.GetEndpoint()?.Metadata.GetMetadata<ContractPath>() is not null;
        try
        {
            var outcome = refused is { } fault ? fault : await DatabaseTime.LimitAsync(Context, time => Flows.Authenticate.RunAsync(Context.RequestServices, new(token) { Provisional = isContracts }, context, time));
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

        Response.Headers.WWWAuthenticate = failed ? Challenges.Of(_fault) : "Bearer";
        await ProblemAsync(StatusCodes.Status401Unauthorized, failed ? "The access token is invalid." : "Authentication is required.");
    }

    // RFC 6750 §3 and §3.1.
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.Features.Get<ScopeRequirement>()?.Scope;
        await RaiseForbiddenAsync();
        Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\"{(scope is null ? "" : $", scope=\"{scope}\"")}";
        await ProblemAsync(StatusCodes.Status403Forbidden, "You may not do this.");
    }

    private async Task RaiseForbiddenAsync()
    {
        var user = (await HandleAuthenticateOnceSafeAsync()).Principal;
        var (subject, client) = (user?.FindFirstValue("sub"), user?.FindFirstValue(ClaimNames.ClientId));
        var forbidden = new TokenRefused(TokenKinds.Access, TokenRefusals.InsufficientScope)
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
        if (caller.Tenant != Tenant.Home)
            identity.AddClaim(new(ClaimNames.Tenant, caller.Tenant));
        if (caller.Actor is { } actor)
            identity.AddClaim(new(ClaimNames.Actor, actor, "JSON"));
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
