using AuthKit.AuthorizationServer.Pages;

namespace AuthKit.AuthorizationServer;

/// <summary>Where the contract's routes are, below its prefix; its pages are among <see cref="OAuthPages"/>.</summary>
internal static class OAuthPaths
{
    public const string Token = "/token";
    public const string PushedRequest = "/par";
    public const string DeviceAuthorization = "/device_authorization";
    public const string Revoke = "/revoke";
    public const string Introspect = "/introspect";
    public const string UserInfo = "/userinfo";
    public const string Register = "/register";
}
