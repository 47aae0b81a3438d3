namespace AuthKit.AuthorizationServer.Clients;

/// <summary>In the home database: the clients that registered themselves.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IClientStore
{
    /// <summary>Adds a client, unless another has its id.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> AddAsync(ClientRecord client, CancellationToken cancellationToken);

    /// <summary>The client with this id, or null.</summary>
    Task<ClientRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes the client with this id.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
