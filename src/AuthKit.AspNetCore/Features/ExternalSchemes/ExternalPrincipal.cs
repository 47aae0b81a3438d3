using System.Security.Claims;
using AuthKit.External;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Reads the identity that a handler has made of a provider's answer.</summary>
internal static class ExternalPrincipal
{
    private const int LongestName = 256;
    private const int LongestEmail = 320;

    /// <summary>
    /// The identity; null where the provider does not say who it is. An address that the provider does not call unverified is told on: it may find
    /// an account, whose owner is asked then, or make one, whose address counts as proved by nobody, as at any registration.
    /// </summary>
    public static ExternalIdentity? Read(ClaimsPrincipal principal, KnownScheme scheme)
    {
        if (Find(ClaimTypes.NameIdentifier, "sub") is not { } subject)
            return null;
        bool? isVerified = Find("email_verified") is { } said ? bool.TryParse(said, out var verified) && verified : null;
        var email = isVerified is false ? null : Find(ClaimTypes.Email, "email") is { Length: <= LongestEmail } told ? told : null;
        return new(new(scheme.Provider, subject), email, Find(ClaimTypes.Name, "name") is { Length: <= LongestName } name ? name : null)
        {
            IsAuthoritative = email is not null && IsAuthoritative(email, isVerified, Find("hd"), scheme.Settings),
        };

        string? Find(params ReadOnlySpan<string> types)
        {
            foreach (var type in types)
            {
                if (principal.FindFirst(type)?.Value is { Length: > 0 } value)
                    return value;
            }

            return null;
        }
    }

    private static bool IsAuthoritative(string email, bool? isVerified, string? hostedDomain, ExternalScheme settings)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..];
        return settings.Authoritative.Any(own => Ascii(own, domain))
            || (settings.IsAuthoritativeForHostedDomain && isVerified is true && hostedDomain is not null && Ascii(hostedDomain, domain));
    }

    private static bool Ascii(string one, string other) => System.Text.Ascii.EqualsIgnoreCase(one, other);
}
