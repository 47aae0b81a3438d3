using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>
/// What is known of a sign-in through another provider while the browser is there: it travels in the handler's protected state, which is
/// bound to the browser by the handler's own cookie.
/// </summary>
/// <param name="Provider">The provider.</param>
internal sealed record ExternalJourney(string Provider)
{
    private const string ProviderItem = "authkit.provider";
    private const string AddressItem = "authkit.address";
    private const string ChallengeItem = "authkit.challenge";
    private const string StateItem = "authkit.state";
    private const string SessionItem = "authkit.session";
    private const string ErrorItem = "authkit.error";

    // Where a handler notes which scheme an identity comes from.
    private const string SchemeItem = ".AuthScheme";

    /// <summary>Where the browser goes back to, where a contract's client waits; null where it is the pages.</summary>
    public string? Address { get; init; }

    /// <summary>What the client's verifier has to fit.</summary>
    public string? CodeChallenge { get; init; }

    /// <summary>What the client gets back as it was.</summary>
    public string? State { get; init; }

    /// <summary>The session of whoever links an identity to their account; null where somebody signs in.</summary>
    public string? LinksFor { get; init; }

    /// <summary>What went wrong, of <see cref="ExternalErrors"/>.</summary>
    public string? Error { get; private init; }

    /// <summary>The scheme whose handler has checked the identity.</summary>
    public string? Scheme { get; private init; }

    public AuthenticationProperties ToProperties(string redirectUri)
    {
        var properties = new AuthenticationProperties { RedirectUri = redirectUri };
        foreach (var (item, value) in new[] { (ProviderItem, Provider), (AddressItem, Address), (ChallengeItem, CodeChallenge), (StateItem, State), (SessionItem, LinksFor) })
        {
            if (value is not null)
                properties.Items[item] = value;
        }

        return properties;
    }

    /// <summary>The sign-in of which a handler tells; null where it is none that began here.</summary>
    public static ExternalJourney? Read(AuthenticationProperties? properties)
    {
        if (properties?.Items.TryGetValue(ProviderItem, out var provider) is not true || provider is null)
            return null;
        return new(provider)
        {
            Address = Item(AddressItem),
            CodeChallenge = Item(ChallengeItem),
            State = Item(StateItem),
            LinksFor = Item(SessionItem),
            Error = Item(ErrorItem),
            Scheme = Item(SchemeItem),
        };

        string? Item(string name) => properties.Items.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>Hands on to the next page that the provider has let nobody in.</summary>
    public static Task FailAsync(HttpContext http, AuthenticationProperties properties, string error)
    {
        properties.Items[ErrorItem] = error;
        return http.SignInAsync(ExternalCookie.Scheme, new ClaimsPrincipal(new ClaimsIdentity(ExternalCookie.Scheme)), properties);
    }
}

/// <summary>What can keep a provider from letting somebody in.</summary>
internal static class ExternalErrors
{
    /// <summary>The user, or the provider, said no (RFC 6749 §4.1.2.1).</summary>
    public const string Denied = "access_denied";

    /// <summary>Anything else; the log has it.</summary>
    public const string Failed = "server_error";
}
