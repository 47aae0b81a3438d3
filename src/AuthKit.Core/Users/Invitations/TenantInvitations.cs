using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.Users.Invitations;

internal sealed class TenantInvitations(TenantRegistry tenants, UserDatabases databases, OneTimeSecrets secrets, TimeProvider time) : ITenantInvitations
{
    public async Task<string> InviteAsync(string tenant, string email, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (!tenants.TakesInvitations(tenant))
            throw new ArgumentException($"There is no tenant '{tenant}' that takes members by invitation.", nameof(tenant));
        var token = OneTimeSecrets.NewToken(tenant);
        var grant = new NewGrant(GrantKind.TenantInvitation, GrantKey.Of(token), time.GetUtcNow() + lifetime)
        {
            Data = GrantData.Write(new Invited(LoginName.Normalize(email))),
        };
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        await secrets.AddAsync(database, grant, cancellationToken);
        return token.Encode();
    }

    /// <summary>
    /// The invitation that a registration sends; null where it sends none that is open to the address. One of a tenant that
    /// takes none, or of no tenant, is looked for in the home database, so that time does not tell (timing attack).
    /// </summary>
    public async Task<Invitation?> FindAsync(DatabaseSelector? selector, string email, CancellationToken cancellationToken)
    {
        if (!OpaqueToken.TryParse(selector?.ConnectionString, out var token))
            return null;
        var tenant = tenants.TakesInvitations(token.Tenant) ? token.Tenant : Tenant.Home;
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        return await secrets.FindOpenAsync(database, GrantKind.TenantInvitation, GrantKey.Of(token), cancellationToken) is { } grant
            && GrantData.Read<Invited>(grant).NormalizedEmail == LoginName.Normalize(email)
                ? new(tenant, grant)
                : null;
    }

    /// <summary>Uses an invitation up. To be called once the account is made: no other account can have the address by then, and a refused one must not cost the invitation.</summary>
    public Task ConsumeAsync(DatabaseLease database, Invitation invitation, CancellationToken cancellationToken) =>
        secrets.ConsumeAsync(database, invitation.Grant, cancellationToken);

    /// <summary>What an invitation's grant keeps.</summary>
    private sealed record Invited(string NormalizedEmail);
}
