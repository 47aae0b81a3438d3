namespace AuthKit.External;

/// <summary>Which account an external identity belongs to; the pair of provider and subject is unique.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IExternalLoginStore
{
    /// <summary>Whose an external identity is, or null.</summary>
    Task<ExternalLoginRecord?> FindAsync(ExternalLogin login, CancellationToken cancellationToken);

    /// <summary>The external identities of an account, in any order.</summary>
    Task<IReadOnlyList<ExternalLoginRecord>> ListAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Gives an external identity to an account.</summary>
    /// <returns>False where it belongs to an account already.</returns>
    Task<bool> AddAsync(ExternalLoginRecord login, CancellationToken cancellationToken);

    /// <summary>Takes an external identity from its account, unless it has been given to another, or proved, since it was read.</summary>
    Task RemoveAsync(ExternalLoginRecord found, CancellationToken cancellationToken);

    /// <summary>Takes from an account every identity whose holder nobody has shown to own it (<see cref="ExternalLoginRecord.ProvedAt"/>).</summary>
    Task RemoveUnprovedAsync(Guid userId, CancellationToken cancellationToken);
}
