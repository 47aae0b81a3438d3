using System.Text.Json;
using Fido2NetLib.Objects;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>How an authenticator can be reached (WebAuthn §5.8.4): kept as it was said, unknown methods too, and hinted at where it is known.</summary>
internal static class PasskeyTransports
{
    private const int Most = 8;
    private const int Longest = 15;

    /// <summary>What a browser says, as it is kept; null for nothing that can be kept.</summary>
    public static string? Read(JsonElement response)
    {
        if (!response.TryGetProperty("transports", out var list) || list.ValueKind is not JsonValueKind.Array)
            return null;
        string[] transports =
        [
            .. list.EnumerateArray().Take(Most)
                .Where(static item => item.ValueKind is JsonValueKind.String)
                .Select(static item => item.GetString()!)
                .Where(static item => item.Length is > 0 and <= Longest && item.All(static c => char.IsAsciiLetterLower(c) || c is '-'))
                .Distinct(StringComparer.Ordinal),
        ];
        return transports.Length == 0 ? null : string.Join(',', transports);
    }

    /// <summary>Those that the library can name.</summary>
    public static AuthenticatorTransport[]? Known(string? kept)
    {
        AuthenticatorTransport[] known = [.. (kept ?? "").Split(',').Select(Named).OfType<AuthenticatorTransport>()];
        return known.Length == 0 ? null : known;
    }

    private static AuthenticatorTransport? Named(string transport) => transport switch
    {
        "usb" => AuthenticatorTransport.Usb,
        "nfc" => AuthenticatorTransport.Nfc,
        "ble" => AuthenticatorTransport.Ble,
        "smart-card" => AuthenticatorTransport.SmartCard,
        "hybrid" => AuthenticatorTransport.Hybrid,
        "internal" => AuthenticatorTransport.Internal,
        _ => null,
    };
}
