using AuthKit.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>An access token whose scope has a value; what is missing is left with the request, for <c>WWW-Authenticate</c> to tell (RFC 6750 §3).</summary>
internal sealed class ScopeRequirement(string scope) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    public string Scope { get; } = scope;

    public override string ToString() => $"{nameof(ScopeRequirement)}: the scope '{Scope}'";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.User.FindAll(ClaimNames.Scope).Any(claim => claim.Value.Split(' ').Contains(requirement.Scope, StringComparer.Ordinal)))
            context.Succeed(requirement);
        else
            (context.Resource as HttpContext)?.Features.Set(requirement);
        return Task.CompletedTask;
    }
}
