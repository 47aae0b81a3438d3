using AuthKit.Events;
using AuthKit.Features;
using AuthKit.TwoFactor.Codes;
using AuthKit.TwoFactor.Events;
using AuthKit.TwoFactor.Storage;

namespace AuthKit.TwoFactor;

/// <summary>Has the authenticator count that waits, by a code of it: from then on sign-in asks for it. The caller's other sessions end, which one factor has started.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Code">A code of the authenticator that waits.</param>
public sealed record ConfirmAuthenticator(string? AccessToken, string? Code) : Command;

/// <summary>Recovery codes, shown once.</summary>
/// <param name="RecoveryCodes">Each is good once, in place of a code of the authenticator.</param>
public sealed record IssuedRecoveryCodes(IReadOnlyList<string> RecoveryCodes)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(IssuedRecoveryCodes);
}

internal sealed class ConfirmAuthenticatorFlow(
    IFeatureAccounts accounts,
    IFeatureCredentials credentials,
    IFeatureAttempts attempts,
    AuthenticatorSecrets secrets,
    RecoveryCodes recovery,
    TwoFactorOptions twoFactor,
    IEvents events,
    TimeProvider time) : IFlow<ConfirmAuthenticator, IssuedRecoveryCodes>
{
    private const int MaxAttempts = 5;

    public async Task<Outcome<IssuedRecoveryCodes>> RunAsync(ConfirmAuthenticator command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (string.IsNullOrEmpty(command.Code))
            return Failure.Of(Field.Code, Rule.Required);
        var (row, now) = (await account.Records.FindAuthenticatorAsync(account.User.Id, cancellationToken), time.GetUtcNow());
        if (row is not { PendingId: { } pending, PendingSecret: { } protectedSecret, PendingAt: { } since } || now - since >= twoFactor.EnrolmentLifetime
            || !(await attempts.BookAsync(account, $"two-factor enrolment {pending}", MaxAttempts, twoFactor.EnrolmentLifetime, cancellationToken)).Succeeded(out _, out _))
            return TwoFactorFaults.NoEnrolment;
        if (!secrets.TryUnprotect(account.Account, protectedSecret, out var secret) || Totp.StepOf(secret, command.Code, now) is not { } step)
            return TwoFactorFaults.WrongCode;

        // The codes count with the authenticator, in the update that one caller wins.
        var batch = recovery.Make(account.User.Id, secret);
        await account.Records.AddRecoveryCodesAsync(batch.Rows, cancellationToken);
        if (!await account.Records.ConfirmEnrolmentAsync(row, step, batch.Id, now, cancellationToken))
        {
            await account.Records.DeleteRecoveryCodesAsync(account.User.Id, batch.Id, cancellationToken);
            return TwoFactorFaults.NoEnrolment;
        }

        // After it counts, so that a sign-in under way that was not asked for it starts a session of before.
        if (!(await credentials.RevokeAsync(account, cancellationToken)).Succeeded(out _, out failure))
        {
            await account.Records.UndoConfirmationAsync(row, cancellationToken);
            return failure;
        }

        if (row.RecoveryBatch is { } former)
            await account.Records.DeleteRecoveryCodesAsync(account.User.Id, former, cancellationToken);
        var enabled = new TwoFactorEnabled(Replaced: row.Id is not null) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId };
        await events.RaiseAsync(context, enabled, cancellationToken);
        return new IssuedRecoveryCodes(batch.Codes);
    }
}

public static partial class TwoFactorFlows
{
    /// <summary>Has the authenticator count that waits.</summary>
    public static Flow<ConfirmAuthenticator, IssuedRecoveryCodes> ConfirmAuthenticator { get; } =
        Flow<ConfirmAuthenticator, IssuedRecoveryCodes>.Of<ConfirmAuthenticatorFlow>(takesCredentials: true, fails: [TwoFactorFaults.WrongCode, TwoFactorFaults.NoEnrolment, Fault.Conflict]);
}
