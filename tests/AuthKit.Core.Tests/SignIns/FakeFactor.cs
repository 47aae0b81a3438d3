using System.Collections.Concurrent;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Users;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>A second factor whose code is always the same.</summary>
internal sealed class FakeFactor(string method = "fake") : ISecondFactor
{
    public const string Right = "246810";

    private int _asked;

    public string Method => method;

    /// <summary>The accounts that have it.</summary>
    public ConcurrentDictionary<Guid, bool> Owners { get; } = new();

    /// <summary>How often it was asked whether an account has it.</summary>
    public int Asked => _asked;

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

    public Task<Outcome<ProvedFactor>> VerifyAsync(Account account, SecondFactorProof proof, CancellationToken cancellationToken)
    {
        Nonce = proof.Nonce.ToArray();
        return Task.FromResult<Outcome<ProvedFactor>>(proof.Code == Right ? new ProvedFactor(AuthenticationMethods.OneTimePassword) : Fault.InvalidSecondFactor);
    }
}
