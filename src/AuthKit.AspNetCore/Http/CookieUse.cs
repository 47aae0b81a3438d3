namespace AuthKit.Http;

/// <summary>Whether browsers get a cookie in place of tokens.</summary>
public enum CookieUse
{
    /// <summary>Where the request says <c>?cookie=true</c>, or <c>?cookie=session</c> for a cookie that ends with the browser.</summary>
    OnRequest,

    /// <summary>Always; no reply has tokens.</summary>
    Always,

    /// <summary>Never; a cookie of before counts for nothing.</summary>
    Never,
}
