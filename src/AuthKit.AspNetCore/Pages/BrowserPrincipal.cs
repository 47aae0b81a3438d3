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
    private const string Chosen = "chosen";

    /// <param name="browser">The session; null where no account is the current one.</param>
    /// <param name="signedInFor">The request that the user signed in for, so that it need not ask again (OpenID Connect Core 1.0 §3.1.2.1, <c>prompt</c> and <c>max_age</c>).</param>
    /// <param name="chosenFor">The request that the user chose this account for.</param>
    public static ClaimsPrincipal Create(BrowserSession? browser, string? signedInFor = null, string? chosenFor = null)
    {
        var identity = new ClaimsIdentity(AuthKitDefaults.BrowserScheme);
        if (browser is null)
            return new(identity);
        identity.AddClaim(new(Subject, browser.Subject));
        identity.AddClaim(new(Account, browser.UserId.ToString()));
        identity.AddClaim(new(ClaimNames.SessionId, browser.SessionId.ToString()));
        identity.AddClaim(new(AuthenticatedAt, browser.AuthenticatedAt.ToString("O", CultureInfo.InvariantCulture)));
        if (browser.Tenant != Tenant.Home)
            identity.AddClaim(new(ClaimNames.Tenant, browser.Tenant));
        if (signedInFor is not null)
            identity.AddClaim(new(For, Hash(signedInFor)));
        if (chosenFor is not null)
            identity.AddClaim(new(Chosen, Hash(chosenFor)));
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

    public static bool IsChosenFor(ClaimsPrincipal principal, string returnUrl) => principal.HasClaim(Chosen, Hash(returnUrl));

    public static bool IsForAny(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type is For or Chosen);

    private static string Hash(string returnUrl) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(returnUrl)));
}
