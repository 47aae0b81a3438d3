using System.Security.Claims;
using AuthKit.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace AuthKit.Contracts.Tests.RichRequests;

/// <summary>An endpoint of the host's own that looks at what was granted.</summary>
internal static class HostsOwn
{
    public static void Map(WebApplication app) =>
        app.MapGet("/paid", (ClaimsPrincipal user) => user.FindFirstValue(ClaimNames.AuthorizationDetails)).RequireAuthorization(policy => policy.RequireScope(Scopes.Email));
}
