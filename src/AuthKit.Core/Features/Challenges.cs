using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Grants;

namespace AuthKit.Features;

/// <summary>Challenges as grants of the home database, found by a hash of purpose and challenge.</summary>
internal sealed class Challenges(HomeDatabase home, OneTimeSecrets secrets, SealedChallenges sealedOnes, TimeProvider time) : IChallenges
{
    private const int Bytes = 32;
    private const int MostData = 4000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // What is spent is remembered for longer than the node with the slowest clock takes it.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public async Task<byte[]> IssueAsync(ChallengePurpose purpose, TimeSpan lifetime, byte[]? data, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, Longest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data?.Length ?? 0, MostData, nameof(data));
        var challenge = RandomNumberGenerator.GetBytes(Bytes);
        await using var database = await home.GetAsync(cancellationToken);
        await secrets.AddAsync(database, new(GrantKind.FeatureChallenge, KeyOf(challenge, purpose), time.GetUtcNow() + lifetime) { Data = data }, cancellationToken);
        return challenge;
    }

    public async Task<ConsumedChallenge?> ConsumeAsync(byte[] challenge, ChallengePurpose purpose, CancellationToken cancellationToken)
    {
        if (challenge.Length != Bytes)
            return null;
        await using var database = await home.GetAsync(cancellationToken);
        return await secrets.FindOpenAsync(database, GrantKind.FeatureChallenge, KeyOf(challenge, purpose), cancellationToken) is { } grant
            && await secrets.ConsumeAsync(database, grant, cancellationToken)
                ? new(grant.Data)
                : null;
    }

    public ValueTask<byte[]> SealAsync(ChallengePurpose purpose, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, Longest);
        return sealedOnes.MakeAsync(purpose, time.GetUtcNow() + lifetime, cancellationToken);
    }

    public async Task<bool> SpendAsync(byte[] challenge, ChallengePurpose purpose, CancellationToken cancellationToken)
    {
        if (await sealedOnes.ExpiryOfAsync(challenge, purpose, cancellationToken) is not { } expires || time.GetUtcNow() >= expires)
            return false;
        await using var database = await home.GetAsync(cancellationToken);
        return await secrets.AddAsync(database, new(GrantKind.FeatureChallenge, KeyOf(challenge, purpose), expires + Skew), cancellationToken);
    }

    private static GrantKey KeyOf(byte[] challenge, ChallengePurpose purpose) => GrantKey.Of(purpose.Hash(challenge));
}
