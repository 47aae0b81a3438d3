using AuthKit.Records;

namespace AuthKit.Features;

/// <summary>
/// Challenges of features: random, kept by hash in the home database, and good once. They name nobody and open nothing by themselves;
/// a feature asks for one before it judges a proof that has to be fresh.
/// </summary>
public interface IChallenges
{
    /// <summary>Makes a challenge. A flow that anybody can call says that it keeps requests (<see cref="Flow{TCommand, TResult}.KeepsRequests"/>).</summary>
    /// <param name="purpose">What for, and for whom.</param>
    /// <param name="lifetime">For how long, at most an hour.</param>
    /// <param name="data">What the feature needs again when it is consumed, at most 4,000 bytes; stored as it is, so that it holds no secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>32 random bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not positive, or longer than an hour; or the data is too long.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<byte[]> IssueAsync(ChallengePurpose purpose, TimeSpan lifetime, byte[]? data, CancellationToken cancellationToken);

    /// <summary>Consumes a challenge, in one conditional update: of many callers at once one gets it. To be asked before the proof is judged, whatever becomes of that.</summary>
    /// <param name="challenge">What was presented.</param>
    /// <param name="purpose">What for, and by whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was kept with it; null where it is unknown, used, expired, or of another purpose.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<ConsumedChallenge?> ConsumeAsync(byte[] challenge, ChallengePurpose purpose, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a challenge that says itself, under a MAC, until when it is good: nothing is kept of it before it is spent. For what anybody may ask for
    /// as often as they like, such as a page for sign-in.
    /// </summary>
    /// <param name="purpose">What for, and for whom.</param>
    /// <param name="lifetime">For how long, at most an hour.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>64 bytes, 24 of them random.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not positive, or longer than an hour.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<byte[]> SealAsync(ChallengePurpose purpose, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>
    /// Spends a sealed challenge, which is written down then: a unique index lets one of many callers at once have it, and nobody after. To be asked
    /// before the proof is judged, whatever becomes of that.
    /// </summary>
    /// <param name="challenge">What was presented.</param>
    /// <param name="purpose">What for, and by whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether this caller spent it; false where it is none of this host's, spent, expired, or of another purpose.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<bool> SpendAsync(byte[] challenge, ChallengePurpose purpose, CancellationToken cancellationToken);
}

/// <summary>A challenge that the caller, and nobody else, has consumed.</summary>
/// <param name="Data">What was kept with it; null where nothing was.</param>
public sealed record ConsumedChallenge(byte[]? Data);
