using System.Collections.Concurrent;
using AuthKit.Sessions;
using AuthKit.SignIns;

namespace AuthKit.Fuzzing.Tests;

/// <summary>A second factor that some accounts have, so that a page asks for it.</summary>
internal sealed class FuzzedFactor : ISecondFactor
{
    public const string Right = "246810";

    private readonly ConcurrentDictionary<string, bool> _owners = new(StringComparer.Ordinal);

    // As an authenticator's, which nothing has to be prepared for.
    public string Method => "totp";

    public void Give(string email) => _owners[email] = true;

    public ValueTask<bool> IsSetUpAsync(Users.Account account, CancellationToken cancellationToken) => new(_owners.ContainsKey(account.User.Email));

    public Task<Outcome<ProvedFactor>> VerifyAsync(Users.Account account, SecondFactorProof proof, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<ProvedFactor>>(proof.Code == Right ? new ProvedFactor(AuthenticationMethods.OneTimePassword) : Fault.InvalidSecondFactor);
}
