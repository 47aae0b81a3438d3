using AuthKit.Security;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Authorization by scope and audience, for the host's own endpoints.</summary>
public static class AuthKitAuthorizationPolicyBuilderExtensions
{
    /// <summary>
    /// Requires an access token whose scope has a value (RFC 6749 §3.3): <c>RequireAuthorization(policy => policy.RequireScope("orders.read"))</c>. Where
    /// the value is a scope of one of <c>OAuth.Apis</c>, the endpoint belongs to that interface, and the token has to be for it (RFC 9068 §4).
    /// </summary>
    public static AuthorizationPolicyBuilder RequireScope(this AuthorizationPolicyBuilder policy, string scope)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        return policy.RequireAuthenticatedUser().AddRequirements(new ScopeRequirement(scope));
    }

    /// <summary>
    /// Says to which interface of <c>OAuth.Apis</c> an endpoint belongs, so that it takes the tokens that are for this interface and no others
    /// (RFC 9068 §4). An endpoint that requires one of the interface's scopes has said so already.
    /// </summary>
    /// <param name="policy">The endpoint's policy.</param>
    /// <param name="identifier">The interface's identifier.</param>
    public static AuthorizationPolicyBuilder RequireApi(this AuthorizationPolicyBuilder policy, string identifier)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(identifier);
        return policy.RequireAuthenticatedUser().AddRequirements(new ApiRequirement(identifier));
    }
}
