namespace AuthKit.SignIns;

/// <summary>A challenge that the caller, and nobody else, has met.</summary>
/// <param name="Challenge">The challenge, used up.</param>
/// <param name="Factor">The factor that was proved.</param>
internal sealed record MetChallenge(SecondFactorChallenges.Open Challenge, ProvedFactor Factor);
