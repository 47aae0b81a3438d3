using AuthKit.Records;

namespace AuthKit.Features;

/// <summary>What a feature that takes a credential from an account needs of the others, and does to what the credential opened.</summary>
public interface IFeatureCredentials
{
    /// <summary>
    /// Whether the account has a way to sign in, as things are: a password, a provider's login that its owner has proved, or one that a feature offers
    /// (<see cref="Users.ISignInMethod"/>). To be asked once the credential does not count any more, so that of two callers who each count on
    /// the other's no one is left without.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<bool> HasSignInMethodAsync(FeatureAccount account, CancellationToken cancellationToken);

    /// <summary>
    /// Raises the account's credential version, and ends its sessions but the caller's: none counts that the credential has started or is
    /// about to start. To be called once the credential does not count any more.
    /// </summary>
    /// <returns><see cref="Fault.Conflict"/> where the account was changed again and again at the same time, or is gone.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<Outcome<Unit>> RevokeAsync(FeatureAccount account, CancellationToken cancellationToken);
}
