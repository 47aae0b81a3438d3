using AuthKit.Http;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>The session's cookie in the rows of the contract that has one: who calls by it, who is given it, and whose ends.</summary>
internal sealed class ContractCookies(SessionCookies cookies, SessionCookieRules rules)
{
    /// <summary>The query parameter by which a sign-in asks for a cookie.</summary>
    public const string Parameter = "cookie";

    private const string Persistent = "true";
    private const string WithBrowser = "session";

    /// <summary>Who calls, and why the row is not run, if it is not.</summary>
    public async ValueTask<(CookieSession? Session, Failure? Failure)> BeginAsync(HttpContext http, Row row)
    {
        if (row.SignsIn)
        {
            if (rules.Use is CookieUse.OnRequest && http.Request.Query[Parameter] is [not (Persistent or WithBrowser)] or { Count: > 1 })
                return (null, Failure.Of(Parameter, Rule.Unknown));
            // Or another site could sign a browser in to an account of its choice (login CSRF).
            if (IsWanted(http) && !await cookies.IsOwnAsync(http))
                return (null, new(Fault.CrossSiteRequest));
        }

        var session = row.TakesBearer ? await cookies.OpenAsync(http) : null;
        return (session, session is { IsForged: true } ? new(Fault.CrossSiteRequest) : null);
    }

    /// <summary>The reply, with its tokens in the cookie where they were asked for there.</summary>
    public Reply Finish(HttpContext http, Row row, CookieSession? session, Reply reply)
    {
        if (reply.Tokens is { } tokens && IsWanted(http))
        {
            cookies.Keep(http, tokens, http.Request.Query[Parameter] is not [WithBrowser]);
            return reply with { Model = null, Status = row.StatusWithCookie };
        }

        // Whoever calls by a cookie has no token that a script could read, and is given none.
        if (reply.Renewed is { } renewed && session?.Sealed is { } held)
        {
            cookies.Renew(http, held, renewed);
            return reply with { Model = null, Status = row.StatusWithCookie };
        }

        if (session is not null && (reply.Failure is { } failure ? failure.Fault.Is(Fault.InvalidToken) : row.EndsSession))
            cookies.Clear(http);
        return reply;
    }

    /// <inheritdoc cref="SessionCookies.ProofOf"/>
    public string? ProofOf(HttpContext http) => cookies.ProofOf(http);

    private bool IsWanted(HttpContext http) => rules.Use is CookieUse.Always || (rules.Use is CookieUse.OnRequest && http.Request.Query.ContainsKey(Parameter));
}
