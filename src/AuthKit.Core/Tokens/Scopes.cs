namespace AuthKit.Tokens;

/// <summary>The scopes that AuthKit gives a meaning to.</summary>
public static class Scopes
{
    /// <summary>OpenID Connect Core 1.0 §3.1.2.1: an id token.</summary>
    public const string OpenId = "openid";

    /// <summary>OpenID Connect Core 1.0 §11: a refresh token.</summary>
    public const string OfflineAccess = "offline_access";

    /// <summary>What of a requested scope is known here, each value once, in the order asked for.</summary>
    internal static string Grant(string? requested)
    {
        var values = (requested ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', values.Distinct(StringComparer.Ordinal).Where(value => value is OpenId or OfflineAccess));
    }

    internal static bool Contains(string scope, string value) => scope.Split(' ').Contains(value, StringComparer.Ordinal);
}
