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

    /// <summary>Puts another registration and secret in the place of a client's, in one conditional update: only where it has the secret and the registration token still that it was read with.</summary>
    /// <param name="known">The client as it was read.</param>
    /// <param name="changed">The same with another <see cref="ClientRecord.Metadata"/> and <see cref="ClientRecord.SecretHash"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was changed.</returns>
    Task<bool> ReplaceAsync(ClientRecord known, ClientRecord changed, CancellationToken cancellationToken);

    /// <summary>Removes the client with this id.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
