using System.Security.Claims;

namespace QuickStart;

/// <summary>An endpoint of the host's own, behind <c>RequireAuthorization()</c>.</summary>
internal sealed record Me(string Id, string Session, string Client, string Scope, string? Tenant)
{
    public static Me Get(ClaimsPrincipal user) => new(
        user.FindFirstValue("sub")!,
        user.FindFirstValue("sid")!,
        user.FindFirstValue("client_id")!,
        user.FindFirstValue("scope")!,
        user.FindFirstValue("tid"));

    /// <summary>What an API key may see.</summary>
    public static string GetId(ClaimsPrincipal user) => user.FindFirstValue("sub")!;
}
