using AuthKit.AuthorizationServer.Consents;
using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.Features.Connections;

/// <summary>Lists the clients of others that may act for the caller: by what was allowed for good, and by sessions that stand.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record ListConnections(string? AccessToken) : Command;

internal sealed class ListConnectionsFlow(IFeatureAccounts accounts, ITokenClients clients, ClientNames names, TimeProvider time) : IFlow<ListConnections, Connection[]>
{
    /// <summary>How many values of scope, and how many of the youngest sessions, are looked at.</summary>
    private const int Most = 2000;

    public async Task<Outcome<Connection[]>> RunAsync(ListConnections command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var (database, user) = (account.Account.Database, account.User);
        var consents = (await database.Consents.ListAsync(user.Id, Most, cancellationToken))
            .Where(consent => !clients.IsOwn(consent.ClientId))
            .ToLookup(static consent => consent.ClientId, StringComparer.Ordinal);
        var sessions = (await database.Sessions.ListStandingAsync(user.Id, before: null, Most, time.GetUtcNow(), cancellationToken))
            .Where(session => session.IsBoundTo(user) && !clients.IsOwn(session.ClientId))
            .ToLookup(static session => session.ClientId, StringComparer.Ordinal);
        string[] ids = [.. consents.Select(static of => of.Key).Union(sessions.Select(static of => of.Key), StringComparer.Ordinal)];
        var named = await names.OfAsync(ids, cancellationToken);
        Connection[] connections = [.. ids.Select(id => Of(id, named[id], [.. consents[id]], [.. sessions[id]]))];
        return connections.OrderBy(static connection => connection.ClientName, StringComparer.Ordinal).ThenBy(static connection => connection.ClientId, StringComparer.Ordinal).ToArray();
    }

    private static Connection Of(string id, string name, Consent[] consents, Session[] sessions) => new(
        id,
        name,
        [.. consents.Select(static consent => consent.Scope).Concat(sessions.SelectMany(static session => session.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        consents.Select(static consent => consent.CreatedAt).Concat(sessions.Select(static session => session.CreatedAt)).Min(),
        sessions.Length == 0 ? null : sessions.Max(static session => session.LastUsedAt));
}

public static partial class ConnectionFlows
{
    /// <summary>Lists the clients of others that may act for the caller.</summary>
    public static Flow<ListConnections, Connection[]> List { get; } = Flow<ListConnections, Connection[]>.Of<ListConnectionsFlow>();
}
