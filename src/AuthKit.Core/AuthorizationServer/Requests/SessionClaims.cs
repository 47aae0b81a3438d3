using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>What a session's client may know of its user.</summary>
internal sealed class SessionClaims(ClientRegistry clients, ScopePolicy scopes, UserDatabases databases, TenantRegistry tenants) : IUserClaims
{
    public async ValueTask<IEnumerable<KeyValuePair<string, JsonNode?>>> OfAsync(Session session, string tenant, bool byScope, CancellationToken cancellationToken)
    {
        var named = SessionDetails.Of(session).Claims?.IdToken ?? [];
        if ((named.Count == 0 && !byScope) || await clients.FindAsync(session.ClientId, cancellationToken) is not { } client)
            return [];
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        if (await database.Users.FindByIdAsync(session.UserId, cancellationToken) is not { } user)
            return [];
        return Of(AsTold(user, tenant), byScope ? Scopes.Split(session.Scope) : [], named, client);
    }

    /// <summary>What is told of an account.</summary>
    /// <param name="user">The account, <see cref="AsTold"/>.</param>
    /// <param name="scope">By the values of a scope.</param>
    /// <param name="named">By name: of that, what the client may know, whatever was kept (whoever owns a tenant's database can write any name into its sessions).</param>
    /// <param name="client">The client; null where it is gone.</param>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Of(User user, IReadOnlyList<string> scope, IReadOnlyList<string> named, Client? client) =>
        StandardClaims.Of(user, claim => claim.IsOf(scope) || (client is not null && named.Contains(claim.Name) && scopes.For(client, claim).Count > 0));

    /// <summary>An account as clients are told of it: whoever brought the database could have written that the address is verified.</summary>
    public User AsTold(User user, string tenant) => user with { EmailVerified = user.EmailVerified && tenants.IsOwn(tenant) };
}
