namespace AuthKit.Security;

/// <summary>Names that a host may need.</summary>
public static class AuthKitDefaults
{
    /// <summary>The authentication scheme; it is the default one where the host has no other.</summary>
    public const string AuthenticationScheme = "AuthKit";

    /// <summary>The scheme by which the authorization server's pages know who is signed in: a cookie. It is never the default one.</summary>
    public const string BrowserScheme = "AuthKit.Browser";
}
