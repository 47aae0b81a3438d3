using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Security;

/// <summary>An access token that is for an interface of the host's (RFC 9068 §4).</summary>
internal sealed class ApiRequirement(string identifier) : AuthorizationHandler<ApiRequirement>, IAuthorizationRequirement
{
    public string Identifier { get; } = identifier;

    public override string ToString() => $"{nameof(ApiRequirement)}: the interface '{Identifier}'";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ApiRequirement requirement)
    {
        if (context.User.HasClaim(JwtRegisteredClaimNames.Aud, requirement.Identifier))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
