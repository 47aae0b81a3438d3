using System.Security.Claims;
using AuthKit.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Security;

/// <summary>An access token whose user has proved who they are as strongly as this (RFC 9470 §3, <c>acr_values</c>).</summary>
internal sealed class AuthenticationContextRequirement(string context) : IAuthorizationRequirement
{
    public string Context { get; } = context;

    // Whoever has proved two factors has proved one.
    public bool IsMetBy(ClaimsPrincipal user, SignInOptions options) =>
        user.HasClaim(JwtRegisteredClaimNames.Acr, Context)
        || (Context == options.SingleFactorContext && user.HasClaim(JwtRegisteredClaimNames.Acr, options.MultiFactorContext));

    public override string ToString() => $"{nameof(AuthenticationContextRequirement)}: '{Context}'";
}

/// <summary>Judges it.</summary>
internal sealed class AuthenticationContextHandler(IOptions<AuthKitOptions> options) : AuthorizationHandler<AuthenticationContextRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AuthenticationContextRequirement requirement)
    {
        if (requirement.IsMetBy(context.User, options.Value.SignIn))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
