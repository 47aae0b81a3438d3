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
}
