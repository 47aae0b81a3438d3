using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer.Browsers;

/// <summary>The accounts that one browser is signed in to.</summary>
internal sealed class BrowserAccounts(BrowserSessions browsers, IdTokens idTokens, Subjects subjects, UserDatabases databases)
{
    /// <summary>Those of the sessions that still stand, with their accounts, in their order.</summary>
    public async Task<List<BrowserAccount>> ListAsync(IEnumerable<BrowserSession> sessions, CancellationToken cancellationToken)
    {
        List<BrowserAccount> accounts = [];
        foreach (var session in sessions)
        {
            if (!await browsers.IsAliveAsync(session, cancellationToken))
                continue;
            await using var database = await databases.OfAsync(session.Tenant, cancellationToken);
            if (await database.Users.FindByIdAsync(session.UserId, cancellationToken) is { } user)
                accounts.Add(new(session, user));
        }

        return accounts;
    }

    /// <summary>Those of the sessions that still stand, as far as this node has seen lately.</summary>
    public async Task<List<BrowserSession>> AliveAsync(IEnumerable<BrowserSession> sessions, CancellationToken cancellationToken)
    {
        List<BrowserSession> alive = [];
        foreach (var session in sessions)
        {
            if (await browsers.IsAliveAsync(session, cancellationToken))
                alive.Add(session);
        }

        return alive;
    }

    /// <summary>The session of the account that an id token was about, as its client calls the account; null where none is.</summary>
    public async Task<BrowserSession?> FindAsync(IEnumerable<BrowserSession> sessions, IdTokenHint hint, ITokenClient? client, CancellationToken cancellationToken)
    {
        foreach (var session in sessions)
        {
            if (hint.Subject == await subjects.OfAsync(session.UserId, session.Tenant, client, cancellationToken))
                return session;
        }

        return null;
    }

    /// <summary>The session, past the cache, of the account that a client means by an id token or else by a name to sign in with (OpenID Connect Core 1.0 §3.1.2.1); null where it means none of them.</summary>
    public async Task<BrowserSession?> FindMeantAsync(IReadOnlyList<BrowserSession> sessions, string? idTokenHint, string? loginHint, ITokenClient client, CancellationToken cancellationToken)
    {
        var meant = idTokenHint is not null
            ? await idTokens.ReadAsync(idTokenHint, cancellationToken) is { } hint ? await FindAsync(sessions, hint, client, cancellationToken) : null
            : loginHint is not null ? await FindNamedAsync(sessions, LoginName.Normalize(loginHint), cancellationToken) : null;
        return meant is not null && await browsers.FindAsync(meant, cancellationToken) is not null ? meant : null;
    }

    private async Task<BrowserSession?> FindNamedAsync(IEnumerable<BrowserSession> sessions, string name, CancellationToken cancellationToken) =>
        (await ListAsync(sessions, cancellationToken)).Find(account => IsCalled(account.User, name))?.Session;

    private static bool IsCalled(User user, string name) =>
        LoginName.Normalize(user.Email) == name || (user.UserName is { } userName && LoginName.Normalize(userName) == name);
}
