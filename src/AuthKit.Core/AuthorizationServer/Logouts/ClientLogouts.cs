using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Logging;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>
/// Has the clients hear of a sign-out that have said where (OpenID Connect Back-Channel Logout 1.0, Front-Channel Logout 1.0): those
/// with a session that was born of the browser's.
/// </summary>
internal sealed class ClientLogouts(ClientRegistry clients, LogoutQueue queue, UserDatabases databases, SessionLiveness liveness, IEvents events, TimeProvider time, ILogger<ClientLogouts> logger)
    : ICredentialRevocationListener
{
    // A browser's session lasts a day. Whoever has had more codes than this in it was no person.
    private const int MaxSessions = 500;
    private const int MaxFrames = 20;

    /// <summary>Before a browser's session ends: enqueues what clients are to be told, and ends their sessions but those that may go on offline (Back-Channel Logout §2.7).</summary>
    /// <returns>What the browser is to load, the latest first.</returns>
    public async Task<IReadOnlyList<FrontChannelLogout>> EndAsync(BrowserSession browser, FlowContext context, CancellationToken cancellationToken)
    {
        if (!clients.MayHearLogouts)
            return [];
        await using var database = await databases.OfAsync(browser.Tenant, cancellationToken);
        var children = await database.Sessions.ListStandingAsync(browser.UserId, browser.SessionId, time.GetUtcNow(), MaxSessions, cancellationToken);
        var heard = await HeardByAsync(children, cancellationToken);
        await queue.EnqueueAsync(heard.Where(static each => each.Client.BackChannelLogoutUri is not null).Select(static each => each.Session), browser.Tenant, cancellationToken);
        foreach (var (session, client) in heard.Where(static each => !Scopes.Contains(each.Session.Scope, Scopes.OfflineAccess)))
        {
            await database.Sessions.RevokeAsync(session.Id, time.GetUtcNow(), cancellationToken);
            liveness.Forget(session.Id, browser.Tenant);
            await events.RaiseAsync(context, new SessionEnded(SessionEndings.SignedOut) { UserId = session.UserId, Tenant = browser.Tenant, SessionId = session.Id, ClientId = client.Id }, cancellationToken);
        }

        return [.. heard.Where(static each => each.Client.FrontChannelLogoutUri is not null).Reverse().Take(MaxFrames).Select(static each => new FrontChannelLogout(each.Client.FrontChannelLogoutUri!, each.Session.Id))];
    }

    /// <summary>Before one session ends that its owner ends from elsewhere: its client is told as well, and with a browser's session it is as at a sign-out.</summary>
    public async Task EndingAsync(DatabaseLease database, string tenant, Session session, FlowContext context, CancellationToken cancellationToken)
    {
        if (!clients.MayHearLogouts)
            return;
        var heard = await HeardByAsync([session], cancellationToken);
        await queue.EnqueueAsync(heard.Where(static each => each.Client.BackChannelLogoutUri is not null).Select(static each => each.Session), tenant, cancellationToken);
        await EndAsync(new(session.UserId, session.Id, tenant, session.AuthenticatedAt ?? session.CreatedAt), context, cancellationToken);
    }

    /// <summary>Has the sessions that were born of a browser's session be those of the one that takes its place, because the same user has signed in anew.</summary>
    public async Task AdoptAsync(BrowserSession from, BrowserSession to, CancellationToken cancellationToken)
    {
        if (!clients.MayHearLogouts)
            return;
        await using var database = await databases.OfAsync(from.Tenant, cancellationToken);
        await database.Sessions.AdoptAsync(from.UserId, from.SessionId, to.SessionId, cancellationToken);
    }

    /// <summary>Before all of an account's sessions end: enqueues what clients are to be told. It stops no change of a credential.</summary>
    public async Task RevokingAsync(DatabaseLease database, string tenant, Guid userId, Guid? except, CancellationToken cancellationToken)
    {
        if (!clients.MayHearLogouts)
            return;
        try
        {
            var standing = await database.Sessions.ListStandingAsync(userId, parentId: null, time.GetUtcNow(), MaxSessions, cancellationToken);
            var heard = await HeardByAsync(standing.Where(session => session.Id != except), cancellationToken);
            await queue.EnqueueAsync(heard.Where(static each => each.Client.BackChannelLogoutUri is not null).Select(static each => each.Session), tenant, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            logger.NotEnqueued(userId, e);
        }
    }

    private async Task<List<(Session Session, Client Client)>> HeardByAsync(IEnumerable<Session> sessions, CancellationToken cancellationToken)
    {
        List<(Session, Client)> heard = [];
        foreach (var ofClient in sessions.GroupBy(static session => session.ClientId))
        {
            if (await clients.FindAsync(ofClient.Key, cancellationToken) is { } client && (client.BackChannelLogoutUri ?? client.FrontChannelLogoutUri) is not null)
                heard.AddRange(ofClient.Select(session => (session, client)));
        }

        return heard;
    }
}
