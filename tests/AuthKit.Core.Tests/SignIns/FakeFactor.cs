using System.Collections.Concurrent;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Users;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>A second factor whose code is always the same.</summary>
internal sealed class FakeFactor(string method = "fake") : ISecondFactor
{
    public const string Right = "246810";

    private readonly TaskCompletionSource _together = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;
    private int _judging;

    public string Method => method;

    /// <summary>The accounts that have it.</summary>
    public ConcurrentDictionary<Guid, bool> Owners { get; } = new();

    /// <summary>How often it was asked whether an account has it.</summary>
    public int Asked => _asked;

    /// <summary>How many proofs are judged at one moment: none is before so many have come.</summary>
    public int Together { get; init; } = 1;

    /// <summary>What came with the last request.</summary>
    public byte[]? Nonce { get; private set; }

    public ValueTask<bool> IsSetUpAsync(Account account, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return new(Owners.ContainsKey(account.User.Id));
    }

    public Task<Outcome<SecondFactorPrompt>> BeginAsync(Account account, SecondFactorRequest request, CancellationToken cancellationToken)
    {
        Nonce = request.Nonce.ToArray();
        return Task.FromResult<Outcome<SecondFactorPrompt>>(new SecondFactorPrompt(Method));
    }

    public async Task<Outcome<ProvedFactor>> VerifyAsync(Account account, SecondFactorProof proof, CancellationToken cancellationToken)
    {
        Nonce = proof.Nonce.ToArray();
        if (Interlocked.Increment(ref _judging) >= Together)
            _together.TrySetResult();
        await _together.Task.WaitAsync(cancellationToken);
        return proof.Code == Right ? new ProvedFactor(AuthenticationMethods.OneTimePassword) : Fault.InvalidSecondFactor;
    }
}
