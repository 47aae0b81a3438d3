using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Sessions;
using AuthKit.Tenants;

namespace AuthKit.Tokens;

/// <summary>Looks at the session of a refresh token without using the token up.</summary>
internal sealed class RefreshTokens(UserDatabases databases, TenantRegistry tenants)
{
    /// <summary>The session of a client, or of any where that is null, that a handle finds, or null.</summary>
    public async Task<Session?> PeekAsync(DatabaseLease database, byte[] handle, string? clientId, CancellationToken cancellationToken)
    {
        var session = await database.Sessions.FindByHandleAsync(handle, cancellationToken);
        return clientId is null || session?.ClientId == clientId ? session : null;
    }

    /// <summary>The session of a client, or of any where that is null, whose refresh token in force this is, and its tenant; null for any other text.</summary>
    public async Task<(Session Session, string Tenant)?> FindAsync(string? refreshToken, string? clientId, CancellationToken cancellationToken)
    {
        if (!OpaqueToken.TryParse(refreshToken, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken))
            return null;
        await using var database = await databases.OfAsync(token.Tenant, cancellationToken);
        return await PeekAsync(database, token.Handle, clientId, cancellationToken) is { SecretHash: { } hash } session
            && CryptographicOperations.FixedTimeEquals(hash, TokenSecret.Hash(token.Secret))
            ? (session, token.Tenant)
            : null;
    }
}
