using AuthKit.Features;
using AuthKit.TwoFactor.Codes;
using AuthKit.TwoFactor.Storage;
using Microsoft.Extensions.Options;

namespace AuthKit.TwoFactor;

/// <summary>Makes a secret for an authenticator app, which counts once a code of it has come back. Whatever waited before does not count any more; an authenticator that counts goes on until then.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Code">A code of the authenticator that is to be replaced, or a recovery code; null where there is none yet.</param>
public sealed record BeginAuthenticator(string? AccessToken, string? Code = null) : Command;

/// <summary>What an authenticator app needs; shown once.</summary>
/// <param name="Secret">The secret, to be typed in (base32, RFC 4648 §6).</param>
/// <param name="Uri">The same as an <c>otpauth</c> URI, to be opened on the phone itself.</param>
/// <param name="QrCode">The same as a QR code: an SVG image, whose colours do not depend on the page.</param>
/// <param name="ExpiresIn">For how long it waits for its confirmation, in seconds.</param>
public sealed record AuthenticatorEnrolment(string Secret, string Uri, string QrCode, int ExpiresIn)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(AuthenticatorEnrolment);
}

internal sealed class BeginAuthenticatorFlow(IFeatureAccounts accounts, OwnCodes codes, AuthenticatorSecrets secrets, TwoFactorOptions twoFactor, IOptions<AuthKitOptions> options, TimeProvider time)
    : IFlow<BeginAuthenticator, AuthenticatorEnrolment>
{
    public async Task<Outcome<AuthenticatorEnrolment>> RunAsync(BeginAuthenticator command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (twoFactor.RequireConfirmedEmail && !account.User.EmailVerified)
            return TwoFactorFaults.AddressNotConfirmed;
        var current = await account.Records.FindEnabledAsync(account.User.Id, cancellationToken);
        if (await ObjectionAsync(command, account, current, context, cancellationToken) is { } objection)
            return objection;
        var (secret, now) = (AuthenticatorSecrets.New(), time.GetUtcNow());
        if (!await account.Records.BeginEnrolmentAsync(account.User.Id, current?.Id, Guid.CreateVersion7(now), secrets.Protect(account.Account, secret), now, cancellationToken))
            return Fault.Conflict;
        var uri = Totp.UriOf(secret, TwoFactorOptionsCheck.IssuerOf(twoFactor, options.Value)!, account.User.Email);
        return new AuthenticatorEnrolment(Totp.TextOf(secret), uri, QrCode.SvgOf(uri), (int)twoFactor.EnrolmentLifetime.TotalSeconds);
    }

    // A first one asks for a recent proof, so that a stolen token sets up none of the thief's; another for a code of the one that it replaces.
    private async Task<Failure?> ObjectionAsync(BeginAuthenticator command, FeatureAccount account, EnabledAuthenticator? current, FlowContext context, CancellationToken cancellationToken)
    {
        if (current is not null)
            return await codes.RefuseAsync(account, current, command.Code, context, cancellationToken);
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, recentProof: true, cancellationToken)).Succeeded(out var proved, out var failure))
            return failure;
        await proved.DisposeAsync();
        return null;
    }
}

public static partial class TwoFactorFlows
{
    /// <summary>Makes a secret for an authenticator app.</summary>
    public static Flow<BeginAuthenticator, AuthenticatorEnrolment> BeginAuthenticator { get; } =
        Flow<BeginAuthenticator, AuthenticatorEnrolment>.Of<BeginAuthenticatorFlow>(takesCredentials: true, fails: [Fault.ProofRequired, TwoFactorFaults.WrongCode, TwoFactorFaults.AddressNotConfirmed, Fault.Conflict]);
}
