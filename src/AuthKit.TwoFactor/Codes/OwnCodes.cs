using AuthKit.Features;
using AuthKit.TwoFactor.Storage;
using Microsoft.Extensions.Options;

namespace AuthKit.TwoFactor.Codes;

/// <summary>Has a signed-in caller prove the second factor again, by a code of the authenticator or a recovery code, before it is changed: an access token alone does not change it.</summary>
internal sealed class OwnCodes(TotpCodes totp, RecoveryCodes recovery, IFeatureAttempts attempts, IOptions<AuthKitOptions> options)
{
    // Apart from sign-ins, so that whoever has a token and guesses keeps the owner from nothing.
    private const string Purpose = "two-factor codes";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <returns>Null where the code was right, and is used up; else what to answer with.</returns>
    public async Task<Failure?> RefuseAsync(FeatureAccount account, EnabledAuthenticator authenticator, string? code, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(code))
            return Failure.Of(Field.Code, Rule.Required);
        if (!(await attempts.BookAsync(account, Purpose, options.Value.SignIn.MaxFailedSecondFactorsPerDay, Day, cancellationToken)).Succeeded(out _, out var tooMany))
            return tooMany;
        var right = await totp.UseAsync(account.Account, authenticator, code, cancellationToken)
            || await recovery.UseAsync(account.Account, authenticator, code, context, cancellationToken);
        if (!right)
            return new(TwoFactorFaults.WrongCode);
        await attempts.TakeBackAsync(account, Purpose, cancellationToken);
        return null;
    }
}
