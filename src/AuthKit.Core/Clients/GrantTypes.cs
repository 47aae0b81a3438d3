namespace AuthKit.Clients;

/// <summary>The values of <c>grant_type</c>.</summary>
public static class GrantTypes
{
    /// <summary>RFC 6749 §4.3.</summary>
    public const string Password = "password";

    /// <summary>RFC 6749 §6.</summary>
    public const string RefreshToken = "refresh_token";
}
