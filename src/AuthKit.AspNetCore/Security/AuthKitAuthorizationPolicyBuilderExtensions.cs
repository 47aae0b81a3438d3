using AuthKit.Security;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Authorization by scope, audience and proof of identity, for the host's own endpoints.</summary>
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

    /// <summary>
    /// Requires that the access token's user has proved who they are not long ago, by a sign-in or since (<c>auth_time</c>):
    /// <c>RequireAuthorization(policy => policy.RequireRecentProof(TimeSpan.FromMinutes(5)))</c>. Callers with an older proof are answered 401 with
    /// <c>insufficient_user_authentication</c> and <c>max_age</c> (RFC 9470 §3).
    /// </summary>
    /// <param name="policy">The endpoint's policy.</param>
    /// <param name="within">How long ago at the most; a second or longer. Times in tokens are whole seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than a second.</exception>
    public static AuthorizationPolicyBuilder RequireRecentProof(this AuthorizationPolicyBuilder policy, TimeSpan within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.FromSeconds(1));
        return policy.RequireAuthenticatedUser().AddRequirements(new RecentProofRequirement(within));
    }

    /// <summary>
    /// Requires that the access token's user has proved who they are as strongly as an authentication context has it (<c>acr</c>), of
    /// <c>SignIn.SingleFactorContext</c> and <c>SignIn.MultiFactorContext</c>; whoever has proved two factors has proved one. Others are answered 401 with
    /// <c>insufficient_user_authentication</c> and <c>acr_values</c> (RFC 9470 §3).
    /// </summary>
    /// <param name="policy">The endpoint's policy.</param>
    /// <param name="acr">The context, for example <c>urn:authkit:acr:2fa</c>.</param>
    public static AuthorizationPolicyBuilder RequireAuthenticationContext(this AuthorizationPolicyBuilder policy, string acr)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(acr);
        return policy.RequireAuthenticatedUser().AddRequirements(new AuthenticationContextRequirement(acr));
    }
}
