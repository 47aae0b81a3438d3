using System.Security.Claims;
using AuthKit.Hosting;
using AuthKit.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// Keeps access tokens of third-party clients, and of clients that registered themselves, and API keys, out of every endpoint of the host's that does
/// not ask for a scope: what a user has let a client do is what its scope says (RFC 9700 §2.3), and no more.
/// </summary>
internal sealed class ThirdPartyTokens(IOptions<AuthKitOptions> options) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.User.Identities.Any(identity => IsThirdParty(identity) && !IsAllowedKey(identity, context.Resource)) && !context.Requirements.OfType<ScopeRequirement>().Any() && !IsOfAuthKit(context.Resource))
            context.Fail(new(this, "What calls is a third-party client's token, or an API key, and no scope is asked for (RequireScope)."));
        return Task.CompletedTask;
    }

    private bool IsThirdParty(ClaimsIdentity identity) =>
        identity.AuthenticationType == AuthKitDefaults.AuthenticationScheme
        && (identity.FindFirst(ClaimNames.ClientId)?.Value is not { } client || !options.Value.IsFirstParty(client));

    private static bool IsAllowedKey(ClaimsIdentity identity, object? resource) =>
        identity.HasClaim(static claim => claim.Type == ClaimNames.KeyId) && (resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<AllowApiKeysAttribute>() is not null;

    // AuthKit's own routes look at the scope themselves, where a host's fallback policy covers them.
    private static bool IsOfAuthKit(object? resource) => (resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<MappedPath>() is not null;
}
