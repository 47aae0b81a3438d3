using AuthKit.Events;

namespace AuthKit.Features.ApiKeys;

/// <summary>Renames a key of the caller's account.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What it is to be called.</param>
public sealed record RenameApiKey(string? AccessToken, string? Id, string? Name) : Command;

internal sealed class RenameApiKeyFlow(IFeatureAccounts accounts, OwnApiKeys own) : IFlow<RenameApiKey, ApiKeyDescription>
{
    public async Task<Outcome<ApiKeyDescription>> RunAsync(RenameApiKey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (ApiKeyFields.Name(command.Name) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        var name = command.Name!.Trim();
        if (await OwnApiKeys.FindAsync(account, command.Id, cancellationToken) is not { } key || !await account.Account.Database.ApiKeys.RenameAsync(key, name, cancellationToken))
            return ApiKeyFaults.NotFound;
        await own.RaiseAsync(context, account, new ApiKeyRenamed(key.Id), cancellationToken);
        return own.Describe(key with { Name = name });
    }
}

public static partial class ApiKeyFlows
{
    /// <summary>Renames a key of the caller's account.</summary>
    public static Flow<RenameApiKey, ApiKeyDescription> Rename { get; } = Flow<RenameApiKey, ApiKeyDescription>.Of<RenameApiKeyFlow>(fails: [Fault.InsufficientScope, ApiKeyFaults.NotFound]);
}
