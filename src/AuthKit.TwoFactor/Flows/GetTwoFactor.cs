using AuthKit.Features;
using AuthKit.TwoFactor.Storage;

namespace AuthKit.TwoFactor;

/// <summary>Says what second factor the caller's account has.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record GetTwoFactor(string? AccessToken) : Command;

/// <summary>An account's second factor.</summary>
/// <param name="AuthenticatorSince">Since when an authenticator app is asked for; null where there is none.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes have not been used.</param>
public sealed record TwoFactorState(DateTimeOffset? AuthenticatorSince, int RecoveryCodesLeft);

internal sealed class GetTwoFactorFlow(IFeatureAccounts accounts) : IFlow<GetTwoFactor, TwoFactorState>
{
    public async Task<Outcome<TwoFactorState>> RunAsync(GetTwoFactor command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        return await account.Records.FindEnabledAsync(account.User.Id, cancellationToken) is { } authenticator
            ? new TwoFactorState(authenticator.ConfirmedAt, await account.Records.CountRecoveryCodesAsync(authenticator, cancellationToken))
            : new TwoFactorState(AuthenticatorSince: null, RecoveryCodesLeft: 0);
    }
}

public static partial class TwoFactorFlows
{
    /// <summary>Says what second factor the caller's account has.</summary>
    public static Flow<GetTwoFactor, TwoFactorState> Get { get; } = Flow<GetTwoFactor, TwoFactorState>.Of<GetTwoFactorFlow>();
}
