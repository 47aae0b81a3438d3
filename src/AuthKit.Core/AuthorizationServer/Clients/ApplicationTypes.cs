namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The values of <c>application_type</c> (OpenID Connect Dynamic Client Registration 1.0 §2).</summary>
public static class ApplicationTypes
{
    /// <summary>A site: its redirect addresses are https, and on no machine of its users'.</summary>
    public const string Web = "web";

    /// <summary>An app: on a private scheme, on the loopback interface, or on an https address that it has claimed (RFC 8252 §7).</summary>
    public const string Native = "native";
}
