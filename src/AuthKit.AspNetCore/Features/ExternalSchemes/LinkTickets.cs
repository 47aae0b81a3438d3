using System.Buffers.Text;
using System.Text;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Security;
using Microsoft.AspNetCore.DataProtection;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>
/// What shows that the owner of an account has asked, on a page of this server, to go to a provider and link an identity there: sealed, good for ten minutes, for one
/// session and one provider. Another site can make a browser come, but not with one of these.
/// </summary>
internal sealed class LinkTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("AuthKit.ExternalLink");

    /// <summary>Where the owner goes, below the root of the pages.</summary>
    public string AddressOf(KnownScheme scheme, BrowserSession browser)
    {
        var text = $"{(time.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}\n{browser.SessionId}\n{scheme.Provider}";
        return $"{ExternalStartPage.AddressOf(scheme)}&{ExternalStartPage.Link}={Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(text)))}";
    }

    /// <summary>Whether a ticket is one of this session's for a provider, and still good.</summary>
    public bool IsGood(string ticket, KnownScheme scheme, BrowserSession? browser)
    {
        if (browser is null || !Base64Url.IsValid(ticket) || !_protector.TryUnprotect(Base64Url.DecodeFromChars(ticket), out var data))
            return false;
        return Encoding.UTF8.GetString(data).Split('\n', 3) is [var until, var session, var provider]
            && time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, System.Globalization.CultureInfo.InvariantCulture)
            && session == $"{browser.SessionId}"
            && provider == scheme.Provider;
    }
}
