using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Security;

/// <summary>An access token whose user has proved who they are not long ago (RFC 9470 §3, <c>max_age</c>).</summary>
internal sealed class RecentProofRequirement(TimeSpan maxAge) : IAuthorizationRequirement
{
    public TimeSpan MaxAge { get; } = maxAge;

    public bool IsMetBy(ClaimsPrincipal user, DateTimeOffset now) =>
        long.TryParse(user.FindFirst(JwtRegisteredClaimNames.AuthTime)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && now - DateTimeOffset.FromUnixTimeSeconds(seconds) < MaxAge;

    public override string ToString() => $"{nameof(RecentProofRequirement)}: a proof within {MaxAge}";
}

/// <summary>Judges it.</summary>
internal sealed class RecentProofHandler(TimeProvider time) : AuthorizationHandler<RecentProofRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RecentProofRequirement requirement)
    {
        if (requirement.IsMetBy(context.User, time.GetUtcNow()))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
