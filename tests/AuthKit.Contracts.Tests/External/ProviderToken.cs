using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AuthKit.Contracts.Tests.External;

/// <summary>What a provider knows of one of its tokens, and how it behaves when asked.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProviderToken
{
    public string GoogleAudience { get; init; } = StandInProviders.GoogleApplication;

    public string FacebookApplication { get; init; } = StandInProviders.FacebookApplication;

    public string Subject { get; init; } = "1001";

    public string? Email { get; init; } = "thienthn@apzon.com";

    public bool EmailVerified { get; init; } = true;

    /// <summary>The organisation whose domain Google hosts.</summary>
    public string? HostedDomain { get; init; }

    public DateTimeOffset Expires { get; init; } = new(2026, 1, 1, 13, 0, 0, TimeSpan.Zero);

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What stands in the place of an answer.</summary>
    public string? Garbage { get; init; }

    /// <summary>What the answer calls itself.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Whether no answer comes.</summary>
    public bool Silent { get; init; }

    /// <summary>The token.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    public static ProviderToken? TryRead(string? token)
    {
        try
        {
            return JsonSerializer.Deserialize<ProviderToken>(Base64Url.DecodeFromChars(token));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Google's <c>tokeninfo</c>, which writes everything as strings.</summary>
    public object TokenInfo() => new
    {
        azp = GoogleAudience,
        aud = GoogleAudience,
        sub = Subject,
        scope = "https://www.googleapis.com/auth/userinfo.email openid",
        exp = Expires.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        email = Email,
        email_verified = EmailVerified ? "true" : "false",
        hd = HostedDomain,
        access_type = "online",
    };

    /// <summary>Facebook's <c>/app</c>.</summary>
    public object App() => new { id = FacebookApplication, name = "AuthKit" };

    /// <summary>Facebook's <c>/me</c>, which names an address only where it is confirmed.</summary>
    public object Me() => new { id = Subject, name = "Ngoc Thiên", email = EmailVerified ? Email : null };
}
