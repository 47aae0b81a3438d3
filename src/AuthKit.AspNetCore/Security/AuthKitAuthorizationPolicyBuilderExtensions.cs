using AuthKit.Security;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Authorization by scope, for the host's own endpoints.</summary>
public static class AuthKitAuthorizationPolicyBuilderExtensions
{
    /// <summary>Requires an access token whose scope has a value (RFC 6749 §3.3): <c>RequireAuthorization(policy => policy.RequireScope("orders.read"))</c>.</summary>
    public static AuthorizationPolicyBuilder RequireScope(this AuthorizationPolicyBuilder policy, string scope)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        return policy.RequireAuthenticatedUser().AddRequirements(new ScopeRequirement(scope));
    }
}
