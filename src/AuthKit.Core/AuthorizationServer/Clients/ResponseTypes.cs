namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The values of <c>response_type</c>. No access token ever comes through the browser (RFC 9700 §2.1.2).</summary>
public static class ResponseTypes
{
    /// <summary>RFC 6749 §4.1.1.</summary>
    public const string Code = "code";

    /// <summary>OpenID Connect Core 1.0 §3.2: who has signed in, and nothing more.</summary>
    public const string IdToken = "id_token";

    /// <summary>OpenID Connect Core 1.0 §3.3: both, the id token vouching for the code.</summary>
    public const string CodeIdToken = "code id_token";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Code, IdToken, CodeIdToken];

    /// <summary>The one that is meant: the order of its words says nothing (RFC 6749 §3.1.1). Null where there is no such type.</summary>
    internal static string? Of(string? sent) => sent == "id_token code" ? CodeIdToken : All.FirstOrDefault(known => known == sent);

    internal static bool HasCode(string type) => type is Code or CodeIdToken;

    internal static bool HasIdToken(string type) => type is IdToken or CodeIdToken;
}
