using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users.Roles;

namespace AuthKit.Users.Claims;

/// <summary>Roles and the host's own claims, of the account as it is: a host with neither reads nothing for them.</summary>
internal sealed class OwnClaims(IEnumerable<IClaimsSource> sources, RoleSet roles, ITokenClients clients, TenantRegistry tenants, UserDatabases databases) : IOwnClaims
{
    private readonly IClaimsSource[] _sources = [.. sources];

    public ValueTask AddAsync(IDictionary<string, object> claims, Session session, TokenDetails details, TokenPurpose purpose, CancellationToken cancellationToken) =>
        (roles.IsEmpty && _sources.Length == 0) || session.UserId == Guid.Empty ? ValueTask.CompletedTask : AddOfAccountAsync(claims, session, details, purpose, cancellationToken);

    private async ValueTask AddOfAccountAsync(IDictionary<string, object> claims, Session session, TokenDetails details, TokenPurpose purpose, CancellationToken cancellationToken)
    {
        // Whoever brought a database could have written anything into it.
        if (!tenants.IsOwn(details.Tenant) || (details.User as User ?? await FindAsync(session, details.Tenant, cancellationToken)) is not { } user)
            return;
        var (isOwn, scopes) = (clients.IsOwn(session.ClientId), Scopes.Split(details.Scope ?? session.Scope));
        if (isOwn || scopes.Contains(Scopes.Roles))
            roles.Add(claims, user, details.Tenant);
        if (_sources.Length == 0)
            return;
        var request = new ClaimsRequest(claims)
        {
            User = user,
            Tenant = details.Tenant,
            Purpose = purpose,
            SessionId = session.Id,
            ClientId = session.ClientId,
            IsOwnClient = isOwn,
            Scopes = scopes,
        };
        foreach (var source in _sources)
            await source.AddAsync(request, cancellationToken);
    }

    private async Task<User?> FindAsync(Session session, string tenant, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        return await database.Users.FindByIdAsync(session.UserId, cancellationToken);
    }
}
