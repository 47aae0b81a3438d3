namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The values of <c>grant_type</c>.</summary>
public static class GrantTypes
{
    /// <summary>RFC 6749 §4.1.</summary>
    public const string AuthorizationCode = "authorization_code";

    /// <summary>RFC 6749 §4.3.</summary>
    public const string Password = "password";

    /// <summary>RFC 6749 §4.4.</summary>
    public const string ClientCredentials = "client_credentials";

    /// <summary>RFC 6749 §6.</summary>
    public const string RefreshToken = "refresh_token";

    /// <summary>RFC 8628 §3.4.</summary>
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>What a client registers that gets id tokens through the browser (OpenID Connect Dynamic Client Registration 1.0 §2); nothing is exchanged by it.</summary>
    public const string Implicit = "implicit";

    /// <summary>RFC 8693 §2.1. There is no exchange without a policy (<see cref="Exchanges.ITokenExchangePolicy"/>).</summary>
    public const string TokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";

    internal static bool IsKnown(string grant) => grant is AuthorizationCode or Password or ClientCredentials or RefreshToken or DeviceCode or TokenExchange;
}
