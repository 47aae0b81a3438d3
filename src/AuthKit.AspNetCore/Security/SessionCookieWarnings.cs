using AuthKit.Hosting;

namespace AuthKit.Security;

/// <summary>Says so where a page that sends two requests at once would sign its user out.</summary>
internal sealed class SessionCookieWarnings(ContractRegistry contracts) : IStartupWarning
{
    public IEnumerable<string> Of(AuthKitOptions options) => options.Sessions.RefreshGrace > TimeSpan.Zero
        ? []
        : contracts.All.Where(static contract => contract.SessionCookies is not null)
            .Select(static contract => $"contract '{contract.Name}': Sessions.RefreshGrace is zero, so that of two requests that a page sends at once when its access token has expired one ends the session; give it some seconds, or set Cookies to Never.");
}
