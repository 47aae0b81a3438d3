namespace AuthKit.AuthorizationServer.Requests;

/// <summary>The values of <c>response_mode</c>: how the client is told the answer.</summary>
public static class ResponseModes
{
    /// <summary>In the query of the client's address (OAuth 2.0 Multiple Response Type Encoding Practices §2.1). What a code is sent by where the request does not say.</summary>
    public const string Query = "query";

    /// <summary>In the fragment of the client's address (§2.1), which no server is sent.</summary>
    public const string Fragment = "fragment";

    /// <summary>As fields of a form that the browser posts to the client's address (OAuth 2.0 Form Post Response Mode).</summary>
    public const string FormPost = "form_post";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Query, Fragment, FormPost];
}
