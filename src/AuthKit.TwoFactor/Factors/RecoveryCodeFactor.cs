using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.TwoFactor.Codes;
using AuthKit.TwoFactor.Storage;
using AuthKit.Users;

namespace AuthKit.TwoFactor.Factors;

/// <summary>A recovery code, for whoever does not have the authenticator at hand. It is used once, so that RFC 8176 §2 knows it as <c>otp</c>; the list has no word for codes on paper.</summary>
internal sealed class RecoveryCodeFactor(RecoveryCodes codes) : ISecondFactor
{
    public string Method => "recovery_code";

    // Also when none is left: that is not told before a code is right, and there is the authenticator still.
    public async ValueTask<bool> IsSetUpAsync(Account account, CancellationToken cancellationToken) =>
        await account.Records.FindEnabledAsync(account.User.Id, cancellationToken) is not null;

    public async Task<Outcome<ProvedFactor>> VerifyAsync(Account account, SecondFactorProof proof, CancellationToken cancellationToken) =>
        await account.Records.FindEnabledAsync(account.User.Id, cancellationToken) is { } authenticator && await codes.UseAsync(account, authenticator, proof.Code, proof.Context, cancellationToken)
            ? new ProvedFactor(AuthenticationMethods.OneTimePassword)
            : Fault.InvalidSecondFactor;
}
