namespace AuthKit.External;

/// <summary>Which account an external identity belongs to; the pair of provider and subject is unique.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IExternalLoginStore
{
    /// <summary>The account of an external identity, or null.</summary>
    Task<Guid?> FindUserIdAsync(ExternalLogin login, CancellationToken cancellationToken);

    /// <summary>Gives the external identity to an account.</summary>
    /// <returns>False where it belongs to an account already.</returns>
    Task<bool> AddAsync(ExternalLogin login, Guid userId, DateTimeOffset now, CancellationToken cancellationToken);
}
