namespace AuthKit.Contracts.OAuth;

/// <summary>Where the contract's routes and pages are, below its prefix.</summary>
internal static class OAuthPaths
{
    public const string Authorize = "/authorize";
    public const string Token = "/token";
    public const string PushedRequest = "/par";
    public const string DeviceAuthorization = "/device_authorization";
    public const string Revoke = "/revoke";
    public const string Introspect = "/introspect";
    public const string UserInfo = "/userinfo";
    public const string Register = "/register";
    public const string Device = "/device";
    public const string Logout = "/logout";
}
