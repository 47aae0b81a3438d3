using System.Text.RegularExpressions;

namespace AuthKit.Contracts.Tests.Replay;

/// <summary>
/// The values that differ from run to run. <c>{{jwt}}</c> stands for any JWT, <c>{{jwt:access}}</c> for any JWT, which is
/// called <c>access</c> from then on, and <c>{{access}}</c> for that one again.
/// </summary>
internal sealed partial class Placeholders
{
    private static readonly Dictionary<string, Regex> Kinds = new()
    {
        ["jwt"] = JwtKind(),
        ["opaque"] = OpaqueKind(),
        ["tenant-opaque"] = TenantOpaqueKind(),
        ["handle"] = HandleKind(),
        ["generated-password"] = GeneratedPasswordKind(),
        ["rs256"] = Rs256Kind(),
        ["guid"] = GuidKind(),
        ["client"] = ClientKind(),
        ["jti"] = ClientKind(),
        ["secret"] = SecretKind(),
        ["cookie"] = CookieKind(),
        ["sealed-challenge"] = SealedChallengeKind(),
        ["user-handle"] = UserHandleKind(),
        ["user-code"] = UserCodeKind(),
        ["totp-secret"] = TotpSecretKind(),
        ["qr-code"] = QrCodeKind(),
        ["recovery-code"] = RecoveryCodeKind(),
        ["device-cookie"] = DeviceCookieKind(),
        ["api-key"] = ApiKeyKind(),
        ["api-key-start"] = ApiKeyStartKind(),
    };

    private readonly Dictionary<string, string> _values = [];

    public string this[string name]
    {
        get => _values.TryGetValue(name, out var value) ? value : throw new FormatException($"Nothing is called '{name}' yet.");
        set => _values[name] = value;
    }

    /// <summary>A request's text, with names replaced by what they stand for.</summary>
    public string Write(string text) => Placeholder().Replace(text, match => this[match.Groups["kind"].Value]);

    /// <summary>
    /// An expected text in which each placeholder is replaced by what the actual one has in its place, as far as the two
    /// agree. Where they agree to the end, the result equals the actual text.
    /// </summary>
    public string Fill(string expected, string actual)
    {
        var (filled, read) = ("", 0);
        foreach (Match placeholder in Placeholder().Matches(expected))
        {
            var literal = expected[read..placeholder.Index];
            if (!actual.AsSpan(filled.Length).StartsWith(literal, StringComparison.Ordinal) || Value(placeholder, actual, filled.Length + literal.Length) is not { } value)
                return filled + expected[read..];
            filled += literal + value;
            read = placeholder.Index + placeholder.Length;
        }

        return filled + expected[read..];
    }

    private string? Value(Match placeholder, string actual, int from)
    {
        var kind = placeholder.Groups["kind"].Value;
        if (!Kinds.TryGetValue(kind, out var pattern))
            return this[kind];
        if (pattern.Match(actual, from) is not { Success: true, Value: var value })
            return null;
        if (placeholder.Groups["name"] is { Success: true, Value: var name })
            this[name] = value;
        return value;
    }

    [GeneratedRegex(@"\{\{(?<kind>[\w-]+)(:(?<name>[\w-]+))?\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\G[\w-]+\.[\w-]+\.[\w-]{86}")]
    private static partial Regex JwtKind();

    [GeneratedRegex(@"\G[\w-]{22}\.[\w-]{43}(?![\w.-])")]
    private static partial Regex OpaqueKind();

    [GeneratedRegex(@"\G[\w-]+\.[\w-]{22}\.[\w-]{43}(?![\w.-])")]
    private static partial Regex TenantOpaqueKind();

    [GeneratedRegex(@"\G[\w-]{22}(?![\w.-])")]
    private static partial Regex HandleKind();

    [GeneratedRegex(@"\G[A-Za-z0-9-]{20,}")]
    private static partial Regex GeneratedPasswordKind();

    [GeneratedRegex(@"\G[\w-]+\.[\w-]+\.[\w-]{512}")]
    private static partial Regex Rs256Kind();

    [GeneratedRegex(@"\G[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex GuidKind();

    [GeneratedRegex(@"\G[0-9a-f]{32}(?![\w-])")]
    private static partial Regex ClientKind();

    [GeneratedRegex(@"\G[\w-]{43}(?![\w.-])")]
    private static partial Regex SecretKind();

    [GeneratedRegex(@"\G[\w-]{200,}")]
    private static partial Regex CookieKind();

    [GeneratedRegex(@"\G[\w-]{86}(?![\w.-])")]
    private static partial Regex UserHandleKind();

    [GeneratedRegex(@"\G[A-Za-z0-9_-]{86}")]
    private static partial Regex SealedChallengeKind();

    [GeneratedRegex(@"\G[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}")]
    private static partial Regex UserCodeKind();

    [GeneratedRegex(@"\G[A-Z2-7]{32}(?![A-Z2-7])")]
    private static partial Regex TotpSecretKind();

    [GeneratedRegex(@"\G<svg [^&']*?</svg>")]
    private static partial Regex QrCodeKind();

    [GeneratedRegex(@"\G[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}(?![\w-])")]
    private static partial Regex RecoveryCodeKind();

    [GeneratedRegex(@"\G[\w-]{64}(?![\w-])")]
    private static partial Regex DeviceCookieKind();

    [GeneratedRegex(@"\Gak_[\w-]{22}\.[\w-]{43}\.[\w-]{6}(?![\w.-])")]
    private static partial Regex ApiKeyKind();

    [GeneratedRegex(@"\Gak_[\w-]{6}(?![\w.-])")]
    private static partial Regex ApiKeyStartKind();
}
