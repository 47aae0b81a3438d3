using System.Collections.Frozen;

namespace AuthKit.Tokens;

/// <summary>Claims of access tokens beside those of RFC 7519.</summary>
public static class ClaimNames
{
    /// <summary>RFC 8693 §4.3.</summary>
    public const string ClientId = "client_id";

    /// <summary>OpenID Connect Front-Channel Logout 1.0 §3.</summary>
    public const string SessionId = "sid";

    /// <summary>RFC 8693 §4.2.</summary>
    public const string Scope = "scope";

    /// <summary>The key that the token is bound to (RFC 7800 §3.1).</summary>
    public const string Confirmation = "cnf";

    /// <summary>Who acts for the user (RFC 8693 §4.1).</summary>
    public const string Actor = "act";

    /// <summary>The tenant that the user lives in; absent for the home database.</summary>
    public const string Tenant = "tid";

    /// <summary>RFC 9396 §9.1.</summary>
    public const string AuthorizationDetails = "authorization_details";

    /// <summary>A role of the user, or a list of them.</summary>
    public const string Role = "role";

    /// <summary>What access tokens have that AuthKit alone says.</summary>
    internal static readonly FrozenSet<string> AreAuthKits = new[]
    {
        "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "typ", ClientId, SessionId, Scope, Confirmation, Actor, Tenant, AuthorizationDetails, "auth_time", "acr", "amr", "azp",
        "nonce", "at_hash", "c_hash", "s_hash", "events", "may_act",
    }.ToFrozenSet(StringComparer.Ordinal);
}
