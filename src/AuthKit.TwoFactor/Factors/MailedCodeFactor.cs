using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Features;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.TwoFactor.Codes;
using AuthKit.TwoFactor.Storage;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.TwoFactor.Factors;

/// <summary>
/// A code that is mailed to the confirmed address of an account with an authenticator. No row is kept for it: it is an HMAC of the challenge's
/// nonce, which whoever asks has, under a key from the authenticator's secret, which they do not have. So one challenge has one code, however
/// often it is mailed, and the code ends with the challenge: after one use, a few guesses, or its time.
/// </summary>
internal sealed class MailedCodeFactor(AuthenticatorSecrets secrets, ISecondFactorMails mails, IOptions<AuthKitOptions> options) : ISecondFactor
{
    private const int Codes = 1_000_000;

    // That of sign-ins by mailed codes, so that one who began with a code from the mailbox is not asked for another from it.
    public string Method => "mailed_code";

    public async ValueTask<bool> IsSetUpAsync(Account account, CancellationToken cancellationToken) => await FindAsync(account, cancellationToken) is not null;

    public async Task<Outcome<SecondFactorPrompt>> BeginAsync(Account account, SecondFactorRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(account, cancellationToken) is not { } authenticator || CodeOf(account, authenticator, request) is not { } code)
            return Fault.InvalidChallenge;
        await mails.EnqueueAsync(account, code, options.Value.SignIn.ChallengeLifetime, cancellationToken);
        return new SecondFactorPrompt(Method);
    }

    public async Task<Outcome<ProvedFactor>> VerifyAsync(Account account, SecondFactorProof proof, CancellationToken cancellationToken)
    {
        if (await FindAsync(account, cancellationToken) is not { } authenticator
            || CodeText.DigitsOf(proof.Code) is not { } typed
            || CodeOf(account, authenticator, proof) is not { } code)
            return Fault.InvalidSecondFactor;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(typed), Encoding.ASCII.GetBytes(code))
            ? new ProvedFactor(AuthenticationMethods.OneTimePassword)
            : Fault.InvalidSecondFactor;
    }

    private static async Task<EnabledAuthenticator?> FindAsync(Account account, CancellationToken cancellationToken) =>
        account.User.EmailVerified ? await account.Records.FindEnabledAsync(account.User.Id, cancellationToken) : null;

    private string? CodeOf(Account account, EnabledAuthenticator authenticator, SecondFactorRequest request)
    {
        if (!secrets.TryUnprotect(account, authenticator.ProtectedSecret, out var secret))
            return null;
        var mac = HMACSHA256.HashData(AuthenticatorSecrets.Derive(secret, "AuthKit mailed codes"u8), request.Nonce.Span);
        // Of 64 bits each code has the same share, but for one part in ten billion.
        return (BinaryPrimitives.ReadUInt64BigEndian(mac) % Codes).ToString("D6", CultureInfo.InvariantCulture);
    }
}
