using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.TwoFactor.Codes;
using AuthKit.TwoFactor.Storage;
using AuthKit.Users;

namespace AuthKit.TwoFactor.Factors;

/// <summary>A code of the account's authenticator app.</summary>
internal sealed class AuthenticatorFactor(TotpCodes codes) : ISecondFactor
{
    public string Method => "totp";

    public async ValueTask<bool> IsSetUpAsync(Account account, CancellationToken cancellationToken) =>
        await account.Records.FindEnabledAsync(account.User.Id, cancellationToken) is not null;

    public async Task<Outcome<ProvedFactor>> VerifyAsync(Account account, SecondFactorProof proof, CancellationToken cancellationToken) =>
        await account.Records.FindEnabledAsync(account.User.Id, cancellationToken) is { } authenticator && await codes.UseAsync(account, authenticator, proof.Code, cancellationToken)
            ? new ProvedFactor(AuthenticationMethods.OneTimePassword)
            : Fault.InvalidSecondFactor;
}
