using AuthKit.Events;
using AuthKit.Features;
using AuthKit.TwoFactor.Codes;
using AuthKit.TwoFactor.Events;
using AuthKit.TwoFactor.Storage;

namespace AuthKit.TwoFactor;

/// <summary>Takes the authenticator from the caller's account, with its recovery codes and remembered devices, and ends the caller's other sessions.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Code">A code of the authenticator, or a recovery code.</param>
public sealed record RemoveAuthenticator(string? AccessToken, string? Code) : Command;

internal sealed class RemoveAuthenticatorFlow(IFeatureAccounts accounts, IFeatureCredentials credentials, OwnCodes codes, IEvents events) : IFlow<RemoveAuthenticator, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(RemoveAuthenticator command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (await account.Records.FindEnabledAsync(account.User.Id, cancellationToken) is not { } authenticator)
            return TwoFactorFaults.NotEnabled;
        if (await codes.RefuseAsync(account, authenticator, command.Code, context, cancellationToken) is { } refused)
            return refused;
        // Revoked first: where the rest breaks off, the account is guarded as before.
        if (!(await credentials.RevokeAsync(account, cancellationToken)).Succeeded(out _, out failure))
            return failure;
        if (!await account.Records.DeleteAuthenticatorAsync(authenticator, cancellationToken))
            return TwoFactorFaults.NotEnabled;
        await account.Records.DeleteRecoveryCodesAsync(account.User.Id, cancellationToken);
        await account.Records.ForgetDevicesAsync(account.User, cancellationToken);
        await events.RaiseAsync(context, new TwoFactorDisabled { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId }, cancellationToken);
        return Unit.Value;
    }
}

public static partial class TwoFactorFlows
{
    /// <summary>Takes the authenticator from the caller's account.</summary>
    public static Flow<RemoveAuthenticator, Unit> RemoveAuthenticator { get; } =
        Flow<RemoveAuthenticator, Unit>.Of<RemoveAuthenticatorFlow>(takesCredentials: true, fails: [TwoFactorFaults.WrongCode, TwoFactorFaults.NotEnabled, Fault.Conflict]);
}
