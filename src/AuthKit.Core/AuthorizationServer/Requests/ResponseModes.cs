using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>The values of <c>response_mode</c>: how the client is told the answer.</summary>
public static class ResponseModes
{
    /// <summary>In the query of the client's address (OAuth 2.0 Multiple Response Type Encoding Practices §2.1). What a code is sent by where the request does not say.</summary>
    public const string Query = "query";

    /// <summary>In the fragment of the client's address (§2.1), which no server is sent. What an id token is sent by where the request does not say (§5).</summary>
    public const string Fragment = "fragment";

    /// <summary>As fields of a form that the browser posts to the client's address (OAuth 2.0 Form Post Response Mode).</summary>
    public const string FormPost = "form_post";

    /// <summary>As <see cref="Query"/>, the answer being one signed parameter, <c>response</c> (JWT Secured Authorization Response Mode §2.3.1).</summary>
    public const string QueryJwt = "query.jwt";

    /// <summary>As <see cref="Fragment"/>, signed (§2.3.2).</summary>
    public const string FragmentJwt = "fragment.jwt";

    /// <summary>As <see cref="FormPost"/>, signed (§2.3.3).</summary>
    public const string FormPostJwt = "form_post.jwt";

    /// <summary>Signed, and sent as the response type is sent where a request does not say (§2.3.4).</summary>
    public const string Jwt = "jwt";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Query, Fragment, FormPost, QueryJwt, FragmentJwt, FormPostJwt, Jwt];

    /// <summary>The mode that an answer is sent by: the one that is asked for, or the response type's own. Null where that cannot be had: an id token never stands in a query, which logs and Referer headers tell (§3).</summary>
    internal static string? Of(string? asked, string responseType) => asked switch
    {
        null => DefaultOf(responseType),
        Jwt => ResponseTypes.HasIdToken(responseType) ? FragmentJwt : QueryJwt,
        Query or QueryJwt when ResponseTypes.HasIdToken(responseType) => null,
        _ => All.FirstOrDefault(known => known == asked),
    };

    /// <summary>The mode that needs none to be named.</summary>
    internal static string DefaultOf(string responseType) => ResponseTypes.HasIdToken(responseType) ? Fragment : Query;
}
