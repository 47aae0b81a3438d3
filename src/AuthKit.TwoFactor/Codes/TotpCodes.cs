using AuthKit.TwoFactor.Storage;
using AuthKit.Users;

namespace AuthKit.TwoFactor.Codes;

/// <summary>Judges codes of authenticators, and uses them up.</summary>
internal sealed class TotpCodes(AuthenticatorSecrets secrets, TimeProvider time)
{
    /// <summary>Whether a code is right, and this caller the one who has used it (RFC 6238 §5.2).</summary>
    public async Task<bool> UseAsync(Account account, EnabledAuthenticator authenticator, string? code, CancellationToken cancellationToken) =>
        StepOf(account, authenticator.ProtectedSecret, code) is { } step && await account.Records.UseStepAsync(authenticator, step, cancellationToken);

    /// <summary>The step whose code this is; null where it is none. It is not used up.</summary>
    public long? StepOf(Account account, byte[] protectedSecret, string? code) =>
        secrets.TryUnprotect(account, protectedSecret, out var secret) ? Totp.StepOf(secret, code, time.GetUtcNow()) : null;
}
