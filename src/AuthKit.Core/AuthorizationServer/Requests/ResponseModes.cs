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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Query, Fragment, FormPost];

    /// <summary>The mode that an answer is sent by: the one that is asked for, or the response type's own. Null where that cannot be had: an id token never stands in a query, which logs and Referer headers tell (§3).</summary>
    internal static string? Of(string? asked, string responseType) => asked switch
    {
        null => DefaultOf(responseType),
        Query when ResponseTypes.HasIdToken(responseType) => null,
        _ => All.FirstOrDefault(known => known == asked),
    };

    /// <summary>The mode that needs none to be named.</summary>
    internal static string DefaultOf(string responseType) => ResponseTypes.HasIdToken(responseType) ? Fragment : Query;
}
