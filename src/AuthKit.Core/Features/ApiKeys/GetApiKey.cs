namespace AuthKit.Features.ApiKeys;

/// <summary>Shows a key of the caller's account, but for its secret.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Id">The key's id.</param>
public sealed record GetApiKey(string? AccessToken, string? Id) : Command;

internal sealed class GetApiKeyFlow(IFeatureAccounts accounts, OwnApiKeys own) : IFlow<GetApiKey, ApiKeyDescription>
{
    public async Task<Outcome<ApiKeyDescription>> RunAsync(GetApiKey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        return await OwnApiKeys.FindAsync(account, command.Id, cancellationToken) is { } key ? own.Describe(key) : ApiKeyFaults.NotFound;
    }
}

public static partial class ApiKeyFlows
{
    /// <summary>Shows a key of the caller's account.</summary>
    public static Flow<GetApiKey, ApiKeyDescription> Get { get; } = Flow<GetApiKey, ApiKeyDescription>.Of<GetApiKeyFlow>(fails: [Fault.InsufficientScope, ApiKeyFaults.NotFound]);
}
