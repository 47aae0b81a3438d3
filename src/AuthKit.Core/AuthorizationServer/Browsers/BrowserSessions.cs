using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Browsers;

/// <summary>Sessions of browsers: rows without any token, so that whatever ends an account's sessions ends them.</summary>
internal sealed class BrowserSessions(UserDatabases databases, TenantRegistry tenants, SessionLiveness liveness, IOptions<AuthKitOptions> options, TimeProvider time)
{
    public async Task<BrowserSession> StartAsync(ClearedSignIn cleared, string clientId, SessionDevice? device, CancellationToken cancellationToken)
    {
        var (account, now) = (cleared.Account, time.GetUtcNow());
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            UserId = account.User.Id,
            ClientId = clientId,
            CredentialVersion = cleared.CredentialVersion,
            Scope = "",
            Handle = OpaqueToken.NewHandle(),
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + options.Value.OAuth.BrowserSessionLifetime,
            AbsoluteExpiresAt = now + options.Value.OAuth.BrowserSessionLifetime,
            Details = SessionDetails.Of(cleared.Methods).Write(),
            Device = device?.Label,
            Address = device?.Address,
        };
        await account.Database.Sessions.CreateAsync(session, cancellationToken);
        return new(session.UserId, session.Id, account.Tenant, now);
    }

    /// <summary>Whether the browser is still signed in, as far as this node has seen lately: enough to show something, not to make something that lasts.</summary>
    public async ValueTask<bool> IsAliveAsync(BrowserSession? browser, CancellationToken cancellationToken) =>
        await MayBeAliveAsync(browser, cancellationToken)
        && await liveness.IsAliveAsync(browser!.SessionId, browser.UserId, browser.Tenant, cancellationToken);

    /// <summary>The browser's session, past the cache, where it is still signed in: what is made from it copies its credential version. Null where it is not.</summary>
    public async Task<Session?> FindAsync(BrowserSession? browser, CancellationToken cancellationToken) =>
        await MayBeAliveAsync(browser, cancellationToken)
            ? await liveness.FindAsync(browser!.SessionId, browser.UserId, browser.Tenant, cancellationToken)
            : null;

    /// <summary>Those of a browser's sessions that go when it signs in anew: the same account's, and those that are too many.</summary>
    public IEnumerable<BrowserSession> ReplacedBy(BrowserSession browser, IReadOnlyList<BrowserSession> signedIn)
    {
        var others = signedIn.Where(other => !other.IsSameAccount(browser)).ToList();
        return [.. signedIn.Except(others), .. others.Skip(options.Value.OAuth.MaxAccountsPerBrowser - 1)];
    }

    /// <summary>Signs a browser out.</summary>
    public Task EndAsync(BrowserSession browser, CancellationToken cancellationToken) => EndAsync(browser.SessionId, browser.Tenant, cancellationToken);

    /// <summary>Ends a session, a browser's or a client's.</summary>
    public async Task EndAsync(Guid sessionId, string tenant, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        await database.Sessions.RevokeAsync(sessionId, time.GetUtcNow(), cancellationToken);
        liveness.Forget(sessionId, tenant);
    }

    private async ValueTask<bool> MayBeAliveAsync(BrowserSession? browser, CancellationToken cancellationToken) =>
        browser is not null
        && time.GetUtcNow() < browser.AuthenticatedAt + options.Value.OAuth.BrowserSessionLifetime
        && await tenants.KnowsAsync(browser.Tenant, cancellationToken);
}
