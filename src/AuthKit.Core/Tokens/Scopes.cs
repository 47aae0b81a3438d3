namespace AuthKit.Tokens;

/// <summary>The scopes that AuthKit gives a meaning to.</summary>
public static class Scopes
{
    /// <summary>OpenID Connect Core 1.0 §3.1.2.1: an id token.</summary>
    public const string OpenId = "openid";

    /// <summary>OpenID Connect Core 1.0 §11: a refresh token.</summary>
    public const string OfflineAccess = "offline_access";

    /// <summary>OpenID Connect Core 1.0 §5.4: the user's names.</summary>
    public const string Profile = "profile";

    /// <summary>OpenID Connect Core 1.0 §5.4: the user's e-mail address.</summary>
    public const string Email = "email";

    /// <summary>OpenID Connect Core 1.0 §5.4: the user's telephone number.</summary>
    public const string Phone = "phone";

    /// <summary>OpenID Connect Core 1.0 §5.4: the user's postal address.</summary>
    public const string Address = "address";

    /// <summary>
    /// The user's roles, in the tokens of a client that is not the host's own. The host lists it among the scopes of <c>o.OAuth.Scopes</c> before a client can ask for it.
    /// </summary>
    public const string Roles = "roles";

    /// <summary>Of <c>OAuthContract</c>: the user name.</summary>
    public const string UserName = "username";

    /// <summary>Of <c>OAuthContract</c>: the given name.</summary>
    public const string FirstName = "firstname";

    /// <summary>Of <c>OAuthContract</c>: the family name.</summary>
    public const string LastName = "lastname";

    internal const int MaxLength = 128;
    internal const int MaxTotal = 1024;

    /// <summary>The scopes above: those that identify a user, which every client may ask for unless it is restricted.</summary>
    public static IReadOnlyList<string> Standard { get; } = [OpenId, Profile, Email, Phone, Address, UserName, FirstName, LastName, OfflineAccess];

    /// <summary>What of a requested scope a session of a contract without scopes of its own knows, each value once, in the order asked for.</summary>
    internal static string Grant(string? requested) => Join(Split(requested).Where(value => value is OpenId or OfflineAccess));

    /// <summary>The values of a scope, each once. Spaces separate them (RFC 6749 §3.3); clients of <c>OAuthContract</c> write commas.</summary>
    internal static IReadOnlyList<string> Split(string? scope) =>
        [.. (scope ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    internal static string Join(IEnumerable<string> values) => string.Join(' ', values);

    internal static bool Contains(string scope, string value) => scope.Split(' ').Contains(value, StringComparer.Ordinal);
}
