using AuthKit.Events;
using AuthKit.Features;
using AuthKit.TwoFactor.Codes;
using AuthKit.TwoFactor.Events;
using AuthKit.TwoFactor.Storage;

namespace AuthKit.TwoFactor;

/// <summary>Gives the caller's account other recovery codes; those of before do not count any more.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Code">A code of the authenticator, or a recovery code.</param>
public sealed record RemakeRecoveryCodes(string? AccessToken, string? Code) : Command;

internal sealed class RemakeRecoveryCodesFlow(IFeatureAccounts accounts, OwnCodes codes, AuthenticatorSecrets secrets, RecoveryCodes recovery, IEvents events) : IFlow<RemakeRecoveryCodes, IssuedRecoveryCodes>
{
    public async Task<Outcome<IssuedRecoveryCodes>> RunAsync(RemakeRecoveryCodes command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (await account.Records.FindEnabledAsync(account.User.Id, cancellationToken) is not { } authenticator)
            return TwoFactorFaults.NotEnabled;
        if (await codes.RefuseAsync(account, authenticator, command.Code, context, cancellationToken) is { } refused)
            return refused;
        if (!secrets.TryUnprotect(account.Account, authenticator.ProtectedSecret, out var secret))
            return TwoFactorFaults.WrongCode;
        // None of them counts before all are there, and those of before count until then.
        var batch = recovery.Make(account.User.Id, secret);
        await account.Records.AddRecoveryCodesAsync(batch.Rows, cancellationToken);
        if (!await account.Records.SwitchRecoveryCodesAsync(authenticator, batch.Id, cancellationToken))
        {
            await account.Records.DeleteRecoveryCodesAsync(account.User.Id, batch.Id, cancellationToken);
            return Fault.Conflict;
        }

        await account.Records.DeleteRecoveryCodesAsync(account.User.Id, authenticator.RecoveryBatch, cancellationToken);
        await events.RaiseAsync(context, new RecoveryCodesRemade { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId }, cancellationToken);
        return new IssuedRecoveryCodes(batch.Codes);
    }
}

public static partial class TwoFactorFlows
{
    /// <summary>Gives the caller's account other recovery codes.</summary>
    public static Flow<RemakeRecoveryCodes, IssuedRecoveryCodes> RemakeRecoveryCodes { get; } =
        Flow<RemakeRecoveryCodes, IssuedRecoveryCodes>.Of<RemakeRecoveryCodesFlow>(takesCredentials: true, fails: [TwoFactorFaults.WrongCode, TwoFactorFaults.NotEnabled, Fault.Conflict]);
}
