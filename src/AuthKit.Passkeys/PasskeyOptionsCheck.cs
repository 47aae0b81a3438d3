using System.Net;
using AuthKit.Features;
using AuthKit.Passkeys.Ceremonies;

namespace AuthKit.Passkeys;

/// <summary>What of the options passkeys cannot work with, and what is weaker than the default.</summary>
internal static class PasskeyOptionsCheck
{
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromMinutes(10);

    public static IEnumerable<string> Of(PasskeyOptions passkeys, AuthKitOptions authKit) => [.. OfRelyingParty(passkeys, authKit), .. OfCeremonies(passkeys, authKit)];

    public static IEnumerable<string> Weaker(PasskeyOptions passkeys)
    {
        if (passkeys.UserVerification is PasskeyUserVerification.Preferred)
            yield return "UserVerification is Preferred: a passkey whose authenticator does not verify its user is one factor.";
        foreach (var origin in passkeys.RelatedOrigins)
            yield return $"RelatedOrigins: pages of {origin} can use the passkeys of another domain.";
    }

    private static IEnumerable<string> OfRelyingParty(PasskeyOptions passkeys, AuthKitOptions authKit)
    {
        var issuer = Uri.TryCreate(authKit.Issuer, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http" ? parsed : null;
        if (issuer is null && (passkeys.RelyingPartyId is null || passkeys.Origins.Count == 0))
        {
            yield return "Issuer is no https address; set RelyingPartyId and Origins.";
            yield break;
        }

        var id = passkeys.RelyingPartyId ?? issuer!.Host;
        if (!IsDomain(id))
        {
            yield return $"RelyingPartyId '{id}' is no domain in lower-case ASCII letters; write it as in example.com, without scheme and port.";
            yield break;
        }

        foreach (var origin in RelyingParty.OriginsOf(passkeys, authKit).Except(passkeys.RelatedOrigins))
        {
            if (IsAndroid(origin))
                continue;
            if (!IsOrigin(origin, out var host))
                yield return $"Origins: '{origin}' is no origin; write scheme and host, and a port where it is not the usual one, as in https://app.example.";
            else if (host != id && !host.EndsWith("." + id, StringComparison.Ordinal))
                yield return $"Origins: '{origin}' is neither under RelyingPartyId '{id}' nor that itself; set RelyingPartyId to a domain that they share, or list it in RelatedOrigins.";
        }

        foreach (var origin in passkeys.RelatedOrigins.Where(origin => !IsOrigin(origin, out _)))
            yield return $"RelatedOrigins: '{origin}' is no origin; write scheme and host, as in https://app.example.";
    }

    private static IEnumerable<string> OfCeremonies(PasskeyOptions passkeys, AuthKitOptions authKit)
    {
        if (passkeys.RelyingPartyName is { } name && string.IsNullOrWhiteSpace(name))
            yield return "RelyingPartyName is empty; write what people see as whose the passkey is.";
        if (!Enum.IsDefined(passkeys.UserVerification))
            yield return "UserVerification is Required or Preferred.";
        if (!Enum.IsDefined(passkeys.Attestation))
            yield return "Attestation is None or Direct.";
        if (passkeys.Algorithms.Count == 0 || passkeys.Algorithms.Distinct().Count() != passkeys.Algorithms.Count || passkeys.Algorithms.Any(static algorithm => !Enum.IsDefined(algorithm)))
            yield return "Algorithms are one or more of Es256, Rs256 and EdDsa, each once.";
        if (passkeys.ChallengeLifetime < ShortestLifetime || passkeys.ChallengeLifetime > LongestLifetime)
            yield return "ChallengeLifetime is 30 seconds to 10 minutes.";
        if (passkeys.MaxPerAccount is < 1 or > 100)
            yield return "MaxPerAccount is 1 to 100.";
        foreach (var tenant in authKit.Tenants.Where(static tenant => tenant.Alias.Length > IAccountHandles.LongestTenant))
            yield return $"Tenants: the alias '{tenant.Alias}' is longer than {IAccountHandles.LongestTenant} characters, which a passkey's user handle has no room for.";
    }

    /// <summary>Browsers take localhost as well (WebAuthn §5.1.2), and no address.</summary>
    private static bool IsDomain(string id) =>
        Uri.CheckHostName(id) is UriHostNameType.Dns && id == id.ToLowerInvariant() && id.All(char.IsAscii) && !id.EndsWith('.') && !IPAddress.TryParse(id, out _);

    /// <summary>As browsers write it in client data: there it is compared.</summary>
    private static bool IsOrigin(string origin, out string host)
    {
        host = "";
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var address) || origin != address.GetLeftPart(UriPartial.Authority))
            return false;
        host = address.Host;
        return address.Scheme == "https" || (address.Scheme == "http" && host == "localhost");
    }

    private static bool IsAndroid(string origin) => origin.StartsWith("android:apk-key-hash:", StringComparison.Ordinal);
}
