using AuthKit.Events;
using AuthKit.Hosting;
using AuthKit.Http;
using AuthKit.Pages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// A browser's session in a cookie that no script can read: its tokens, sealed (OAuth 2.0 for Browser-Based Applications, backend for
/// frontend). An access token that has expired is refreshed on the way, and the reply brings the cookie anew; refreshes at once by
/// several tabs are what <see cref="Sessions.SessionOptions.RefreshGrace"/> is for.
/// </summary>
internal sealed class SessionCookies(
    ContractRegistry contracts,
    IDataProtectionProvider protection,
    ITenantHint tenantHint,
    IEvents events,
    IOptions<AuthKitOptions> options,
    TimeProvider time)
{
    private readonly Contract? _contract = contracts.All.FirstOrDefault(static contract => contract.SessionCookies is not null);
    private readonly RequestOrigin _origin = new(contracts.All.Select(static contract => contract.SessionCookies).OfType<SessionCookieRules>().FirstOrDefault()?.Origins ?? []);
    private readonly IDataProtector _protector = protection.CreateProtector("AuthKit.SessionCookie");
    private readonly SessionCookieWriter _writer = new();

    /// <summary>
    /// The session of a request that has a cookie and no <c>Authorization</c>, which would come first; null where there is none to look at.
    /// It is looked at once for a request.
    /// </summary>
    /// <exception cref="Records.StoreUnavailableException">The session could not be looked at, and so has not ended.</exception>
    public ValueTask<CookieSession?> OpenAsync(HttpContext http)
    {
        // Performance: hosts without the contract, and requests without a cookie, end here.
        if (_contract is null || http.Request.Headers.Cookie.Count == 0 || !string.IsNullOrWhiteSpace(http.Request.Headers.Authorization) || !IsFor(http.GetEndpoint()))
            return default;
        if (http.Features.Get<CookieSession>() is { } known)
            return new(known);
        return SessionCookieWriter.Read(http) is { Length: > 0 } cookie ? new(OpenAsync(http, cookie)) : default;
    }

    /// <summary>The cookie's access token as it is, expired or not: what shows that somebody has signed in with this browser before.</summary>
    public string? ProofOf(HttpContext http) => SessionCookieWriter.Read(http) is { Length: > 0 } cookie ? SealedSession.Open(cookie, _protector)?.AccessToken : null;

    /// <summary>Whether a page that may has made the request; if not, that is told.</summary>
    public async ValueTask<bool> IsOwnAsync(HttpContext http)
    {
        if (_origin.May(http.Request))
            return true;
        await events.RaiseAsync(ContextOf(http), new ForgeryRefused(), http.RequestAborted);
        return false;
    }

    public SealedSession Keep(HttpContext http, TokenPair tokens, bool persistent) => Keep(http, new(tokens.AccessToken, tokens.RefreshToken!, tokens.ExpiresAt, persistent));

    /// <summary>Has the cookie hold a session's newer access token, beside the refresh token that it has.</summary>
    public void Renew(HttpContext http, SealedSession session, TokenPair tokens) => Keep(http, session with { AccessToken = tokens.AccessToken, ExpiresAt = tokens.ExpiresAt });

    public void Clear(HttpContext http) => _writer.Clear(http);

    private SealedSession Keep(HttpContext http, SealedSession session)
    {
        _writer.Write(http, session.Seal(_protector), session.Persistent ? options.Value.Sessions.IdleTimeout : null);
        return session;
    }

    // Other contracts' documents know no cookie, and the pages have their own.
    private bool IsFor(Endpoint? endpoint) =>
        endpoint is null
        || (endpoint.Metadata.GetMetadata<PageEndpoint>() is null
            && (endpoint.Metadata.GetMetadata<MappedPath>() is null || endpoint.Metadata.GetMetadata<ContractPath>()?.Contract == _contract!.Name));

    private async Task<CookieSession?> OpenAsync(HttpContext http, string cookie)
    {
        var session = await JudgeAsync(http, cookie);
        http.Features.Set(session);
        return session;
    }

    private async Task<CookieSession> JudgeAsync(HttpContext http, string cookie)
    {
        if (SealedSession.Open(cookie, _protector) is not { } session)
        {
            Clear(http);
            return CookieSession.Ended;
        }

        // Before anything is refreshed or read for whoever may have forged it.
        if (!await IsOwnAsync(http))
            return CookieSession.Forged;
        return await DatabaseTime.LimitAsync(http, token => RefreshAsync(http, session, token));
    }

    private async Task<CookieSession> RefreshAsync(HttpContext http, SealedSession session, CancellationToken cancellationToken)
    {
        var context = ContextOf(http);
        if (session.ExpiresAt > time.GetUtcNow()
            && (await Flows.Authenticate.RunAsync(http.RequestServices, new(session.AccessToken) { Provisional = true }, context, cancellationToken)).Succeeded(out _, out _))
            return new(session.AccessToken) { Sealed = session };
        // Also where the token has not expired: its key may have been retired, and the session stands.
        if ((await Flows.Refresh.RunAsync(http.RequestServices, new(session.RefreshToken), context, cancellationToken)).Succeeded(out var tokens, out var failure))
        {
            return new(tokens.AccessToken) { Sealed = Keep(http, tokens, session.Persistent) };
        }

        if (failure.Fault.Is(Fault.InvalidRefreshToken))
            Clear(http);
        return CookieSession.Ended;
    }

    private FlowContext ContextOf(HttpContext http) => new()
    {
        ClientId = _contract!.Name,
        TenantHint = tenantHint.Of(http),
        RemoteAddress = http.Connection.RemoteIpAddress,
        UserAgent = http.Request.Headers.UserAgent,
    };
}
