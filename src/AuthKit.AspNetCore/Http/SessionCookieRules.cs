namespace AuthKit.Http;

/// <summary>How a contract keeps a browser's session in a cookie.</summary>
/// <param name="Use">Who gets the cookie.</param>
/// <param name="Origins">Whose pages may use it, beside the host's own.</param>
internal sealed record SessionCookieRules(CookieUse Use, IReadOnlyCollection<string> Origins);
