using System.Text.Json;
using AuthKit.Events;
using AuthKit.Passkeys.Ceremonies;
using AuthKit.Passkeys.Events;
using AuthKit.Passkeys.Storage;
using AuthKit.SignIns;
using AuthKit.Users;

namespace AuthKit.Passkeys;

/// <summary>A passkey as what is proved beside a password: one of the account's own, for the challenge of the sign-in that waits.</summary>
internal sealed class PasskeyFactor(RelyingParty party, Assertions assertions, IEvents events) : ISecondFactor
{
    public const string Name = "passkey";

    public string Method => Name;

    public async ValueTask<bool> IsSetUpAsync(Account account, CancellationToken cancellationToken) =>
        (await account.Records.PasskeysOfAsync(account.User, cancellationToken)).Count > 0;

    public async Task<Outcome<SecondFactorPrompt>> BeginAsync(Account account, SecondFactorRequest request, CancellationToken cancellationToken)
    {
        var allowed = await account.Records.PasskeysOfAsync(account.User, cancellationToken);
        using var options = JsonDocument.Parse(party.Asserting(request.Nonce.ToArray(), allowed).ToJson());
        return new SecondFactorPrompt(Name, options.RootElement.Clone());
    }

    public async Task<Outcome<ProvedFactor>> VerifyAsync(Account account, SecondFactorProof proof, CancellationToken cancellationToken)
    {
        if (!AssertionReply.TryRead(proof.Credential, out var reply) || !reply.Challenge.AsSpan().SequenceEqual(proof.Nonce.Span))
            return Fault.InvalidSecondFactor;
        var judged = await assertions.JudgeAsync(reply, account.User, account.Records, cancellationToken);
        if (judged.Refused == PasskeyFailures.Cloned)
            await events.RaiseAsync(proof.Context, new PasskeyCloned(judged.Passkey!.Id) { UserId = account.User.Id, Tenant = account.Tenant, ClientId = proof.Context.ClientId }, cancellationToken);
        return judged.Refused is null ? new ProvedFactor(judged.Methods) : Fault.InvalidSecondFactor;
    }
}
