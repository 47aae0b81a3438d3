using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Tokens;

namespace AuthKit.Grants;

/// <summary>
/// Issues, finds and consumes grants of every kind. Kind, secret and expiry are compared here and nowhere else; which of
/// two callers at once consumes a grant is the store's to decide.
/// </summary>
internal sealed class OneTimeSecrets(TimeProvider time)
{
    /// <summary>A token that nobody can guess; to be added by its <see cref="GrantKey"/>.</summary>
    public static OpaqueToken NewToken(string tenant) => new(tenant, OpaqueToken.NewHandle(), TokenSecret.New());

    /// <summary>Keeps a grant.</summary>
    /// <returns>False where there is one by its key already.</returns>
    public Task<bool> AddAsync(DatabaseLease database, NewGrant grant, CancellationToken cancellationToken) => database.Grants.CreateAsync(grant.At(time.GetUtcNow()), cancellationToken);

    /// <summary>The grant of a kind that a key opens, consumed and expired ones among them; null for any other key.</summary>
    public async Task<Grant?> FindAsync(DatabaseLease database, GrantKind kind, GrantKey key, CancellationToken cancellationToken) =>
        await database.Grants.FindAsync(key.Handle, cancellationToken) is { } grant
        && grant.Kind == kind
        && CryptographicOperations.FixedTimeEquals(grant.SecretHash, key.SecretHash)
            ? grant
            : null;

    /// <summary>The grant of a kind that a key opens, where it can still be consumed.</summary>
    public async Task<Grant?> FindOpenAsync(DatabaseLease database, GrantKind kind, GrantKey key, CancellationToken cancellationToken) =>
        await FindAsync(database, kind, key, cancellationToken) is { } grant && grant.IsOpen(time.GetUtcNow()) ? grant : null;

    /// <summary>Whether a grant's time has passed, consumed or not.</summary>
    public bool HasExpired(Grant grant) => time.GetUtcNow() >= grant.ExpiresAt;

    /// <summary>Consumes a grant that was found.</summary>
    /// <returns>Whether this caller was the one who did; false also where it has expired since.</returns>
    public Task<bool> ConsumeAsync(DatabaseLease database, Grant found, CancellationToken cancellationToken) =>
        database.Grants.ConsumeAsync(found.Handle, found.SecretHash, time.GetUtcNow(), cancellationToken);

    /// <summary>Consumes every open grant of a kind that a user has, so that none outlives the state it was made for.</summary>
    public Task ConsumeAllAsync(DatabaseLease database, GrantKind kind, Guid userId, CancellationToken cancellationToken) =>
        database.Grants.ConsumeAllAsync(userId, kind, time.GetUtcNow(), cancellationToken);
}
