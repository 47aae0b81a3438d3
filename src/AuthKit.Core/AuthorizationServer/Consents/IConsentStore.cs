namespace AuthKit.AuthorizationServer.Consents;

/// <summary>What users have allowed clients: values of scope (RFC 6749 §3.3), each at most 128 characters of ASCII.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IConsentStore
{
    /// <summary>Notes that a user allows a client these scopes; what is allowed already stays.</summary>
    Task AddAsync(Guid userId, string clientId, IReadOnlyList<string> scopes, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The scopes that a user has allowed a client, in any order.</summary>
    Task<IReadOnlyList<string>> FindAsync(Guid userId, string clientId, CancellationToken cancellationToken);

    /// <summary>What a user has allowed all clients, at most so many values, in any order.</summary>
    Task<IReadOnlyList<Consent>> ListAsync(Guid userId, int limit, CancellationToken cancellationToken);

    /// <summary>Takes back everything that a user has allowed a client.</summary>
    /// <returns>Whether this call took anything back.</returns>
    Task<bool> RemoveAsync(Guid userId, string clientId, CancellationToken cancellationToken);
}
