using System.Security.Claims;
using AuthKit.Events;
using AuthKit.Http;
using AuthKit.Http.Reading;
using AuthKit.Security;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ApiKeys;

/// <summary>Lets the authentication scheme take API keys beside access tokens, in the host's own endpoints.</summary>
internal sealed class ApiKeyAuthentication(IOptions<AuthKitOptions> options, AddressLimiter limiter, IEvents events)
{
    private ApiKeyOptions Keys => options.Value.ApiKeys;

    /// <summary>The key that a request brings; null where it brings none. Of two that differ none counts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bearer">What it brings in <c>Authorization</c>.</param>
    public string? Read(HttpRequest request, string? bearer)
    {
        if (Keys.Header is { } header && request.Headers[header] is { Count: > 0 } values)
            return string.IsNullOrEmpty(bearer) || values == bearer ? values.ToString() : "";
        // Performance: of a token nothing but its first characters is looked at here.
        return bearer is not null && bearer.StartsWith(Keys.Prefix, StringComparison.Ordinal) && !BearerHeader.IsDPoP(request.Headers.Authorization) ? bearer : null;
    }

    /// <summary>For whom a key speaks.</summary>
    public async Task<Outcome<ApiKeyCaller>> AuthenticateAsync(HttpContext http, string key, FlowContext context)
    {
        if (limiter.RefusesKeys(http, out var retryAfter))
        {
            await events.RaiseAsync(context, new RequestLimited(RequestLimits.FailedKeys), http.RequestAborted);
            return new Failure(Fault.TooManyRequests) { RetryAfter = retryAfter };
        }

        var outcome = await DatabaseTime.LimitAsync(http, time => ApiKeyFlows.Authenticate.RunAsync(http.RequestServices, new(key), context, time));
        // What was a key once is no guess.
        if (outcome.Failure is { } failure && failure.Fault != ApiKeyFaults.Ended)
            limiter.CountFailedKey(http);
        return outcome;
    }

    /// <summary>Whom the host's own endpoints see: the account and what the key may do, and nothing that tells of a person who has signed in.</summary>
    public static ClaimsIdentity IdentityOf(ApiKeyCaller caller)
    {
        var identity = new ClaimsIdentity(AuthKitDefaults.AuthenticationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, caller.Subject));
        identity.AddClaim(new("sub", caller.Subject));
        identity.AddClaim(new(ClaimNames.KeyId, caller.KeyId.ToString()));
        identity.AddClaim(new(ClaimNames.Scope, caller.Scope));
        if (caller.Tenant != Tenant.Home)
            identity.AddClaim(new(ClaimNames.Tenant, caller.Tenant));
        return identity;
    }
}
