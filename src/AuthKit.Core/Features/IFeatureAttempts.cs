using AuthKit.Records;

namespace AuthKit.Features;

/// <summary>
/// Attempts at an account's secrets, of which there is a fixed number in some time (brute force). A flow of a feature counts one before it
/// judges it, by a conditional update, so that attempts at once cannot hide behind one another, and takes it back where it was right.
/// </summary>
public interface IFeatureAttempts
{
    /// <summary>Counts an attempt that is about to be judged.</summary>
    /// <param name="account">Whose secret it is.</param>
    /// <param name="purpose">What for, the feature's name first, for example <c>two-factor codes</c>; each is counted apart.</param>
    /// <param name="max">How many there are.</param>
    /// <param name="window">The time, from the first of them on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see cref="Fault.TooManyRequests"/> where there are none left: it is not to be judged.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<Outcome<Unit>> BookAsync(FeatureAccount account, string purpose, int max, TimeSpan window, CancellationToken cancellationToken);

    /// <summary>Takes an attempt back that was right; those that failed stay counted.</summary>
    /// <param name="account">Whose secret it is.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task TakeBackAsync(FeatureAccount account, string purpose, CancellationToken cancellationToken);
}
