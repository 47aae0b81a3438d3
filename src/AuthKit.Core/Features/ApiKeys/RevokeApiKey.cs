using AuthKit.Events;

namespace AuthKit.Features.ApiKeys;

/// <summary>Ends a key of the caller's account, at once.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Id">The key's id.</param>
public sealed record RevokeApiKey(string? AccessToken, string? Id) : Command;

internal sealed class RevokeApiKeyFlow(IFeatureAccounts accounts, OwnApiKeys own, LiveApiKeys live) : IFlow<RevokeApiKey, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(RevokeApiKey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (await OwnApiKeys.FindAsync(account, command.Id, cancellationToken) is not { } key || !await account.Account.Database.ApiKeys.RemoveAsync(key, cancellationToken))
            return ApiKeyFaults.NotFound;
        live.Forget(account.Tenant, key);
        await own.RaiseAsync(context, account, new ApiKeyRevoked(key.Id), cancellationToken);
        return Unit.Value;
    }
}

public static partial class ApiKeyFlows
{
    /// <summary>Ends a key of the caller's account.</summary>
    public static Flow<RevokeApiKey, Unit> Revoke { get; } = Flow<RevokeApiKey, Unit>.Of<RevokeApiKeyFlow>(fails: [Fault.InsufficientScope, ApiKeyFaults.NotFound]);
}
