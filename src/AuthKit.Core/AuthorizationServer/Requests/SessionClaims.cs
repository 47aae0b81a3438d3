using System.Text.Json.Nodes;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>What a session's client may know of its user.</summary>
internal sealed class SessionClaims(UserDatabases databases, TenantRegistry tenants) : IUserClaims
{
    public async ValueTask<IEnumerable<KeyValuePair<string, JsonNode?>>> OfAsync(Session session, string tenant, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        if (await database.Users.FindByIdAsync(session.UserId, cancellationToken) is not { } user)
            return [];
        var scopes = Scopes.Split(session.Scope);
        return StandardClaims.Of(AsTold(user, tenant), claim => claim.IsOf(scopes));
    }

    /// <summary>An account as clients are told of it: whoever brought the database could have written that the address is verified.</summary>
    public User AsTold(User user, string tenant) => user with { EmailVerified = user.EmailVerified && tenants.IsOwn(tenant) };
}
