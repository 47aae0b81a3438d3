using AuthKit.Tokens;
using Microsoft.AspNetCore.Authorization;

namespace AuthKit.Security;

/// <summary>An access token whose scope has a value.</summary>
internal sealed class ScopeRequirement(string scope) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    public string Scope { get; } = scope;

    public override string ToString() => $"{nameof(ScopeRequirement)}: the scope '{Scope}'";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.User.FindAll(ClaimNames.Scope).Any(claim => claim.Value.Split(' ').Contains(requirement.Scope, StringComparer.Ordinal)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
