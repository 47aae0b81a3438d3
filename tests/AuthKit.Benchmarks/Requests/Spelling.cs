namespace AuthKit.Benchmarks.Requests;

/// <summary>How a host spells the requests that are measured.</summary>
/// <param name="Host">The host that speaks so.</param>
internal sealed record Spelling(string Host)
{
    public static Spelling Identity { get; } = new("identity")
    {
        Register = "/register",
        SignIn = "/login",
        Refresh = "/refresh",
        Profile = "/manage/info",
        AccessToken = "accessToken",
        RefreshToken = "refreshToken",
    };

    public static Spelling AuthKit { get; } = new("authkit")
    {
        Register = "/api/v1/register",
        SignIn = "/api/v1/login",
        Refresh = "/api/v1/token/refresh",
        Profile = "/User/GetUser",
        Introspection = "/introspect",
        AccessToken = "access_token",
        RefreshToken = "refresh_token",
    };

    public required string Register { get; init; }

    public required string SignIn { get; init; }

    public required string Refresh { get; init; }

    public required string Profile { get; init; }

    /// <summary>Null where the host has none.</summary>
    public string? Introspection { get; init; }

    /// <summary>The member of a reply that has the access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>The member of a reply that has the refresh token, and of the request that presents it.</summary>
    public required string RefreshToken { get; init; }
}
