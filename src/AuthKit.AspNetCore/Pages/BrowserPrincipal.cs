using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Security;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.Pages;

/// <summary>A browser's session as claims, which its cookie keeps.</summary>
internal static class BrowserPrincipal
{
    private const string Subject = "sub";
    private const string Account = "account";
    private const string AuthenticatedAt = "auth_time";
    private const string For = "for";

    /// <param name="browser">The session.</param>
    /// <param name="returnUrl">The request that the user signed in for, so that it need not ask again (OpenID Connect Core 1.0 §3.1.2.1, <c>prompt</c> and <c>max_age</c>).</param>
    public static ClaimsPrincipal Create(BrowserSession browser, string? returnUrl)
    {
        var identity = new ClaimsIdentity(AuthKitDefaults.BrowserScheme);
        identity.AddClaim(new(Subject, browser.Subject));
        identity.AddClaim(new(Account, browser.UserId.ToString()));
        identity.AddClaim(new(ClaimNames.SessionId, browser.SessionId.ToString()));
        identity.AddClaim(new(AuthenticatedAt, browser.AuthenticatedAt.ToString("O", CultureInfo.InvariantCulture)));
        if (browser.Tenant != Tenant.Home)
            identity.AddClaim(new(ClaimNames.Tenant, browser.Tenant));
        if (returnUrl is not null)
            identity.AddClaim(new(For, Hash(returnUrl)));
        return new(identity);
    }

    public static BrowserSession? Read(ClaimsPrincipal? principal) =>
        principal?.Identity is ClaimsIdentity { AuthenticationType: AuthKitDefaults.BrowserScheme } identity
        && identity.FindFirst(Subject)?.Value is { } subject
        // A cookie of the release before has the account as its subject.
        && Guid.TryParse(identity.FindFirst(Account)?.Value ?? subject, out var user)
        && Guid.TryParse(identity.FindFirst(ClaimNames.SessionId)?.Value, out var session)
        && DateTimeOffset.TryParseExact(identity.FindFirst(AuthenticatedAt)?.Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new(user, session, identity.FindFirst(ClaimNames.Tenant)?.Value ?? Tenant.Home, time) { Subject = subject }
            : null;

    public static bool IsFor(ClaimsPrincipal principal, string returnUrl) => principal.HasClaim(For, Hash(returnUrl));

    public static bool IsForAny(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == For);

    private static string Hash(string returnUrl) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(returnUrl)));
}
