using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ApiKeys;

/// <summary>Lists the keys of the caller's account, the oldest first, those that have expired among them.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record ListApiKeys(string? AccessToken) : Command;

/// <summary>The keys of an account.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Scopes">What keys can be given.</param>
public sealed record ApiKeyList(IReadOnlyList<ApiKeyDescription> Keys, IReadOnlyList<string> Scopes);

internal sealed class ListApiKeysFlow(IFeatureAccounts accounts, OwnApiKeys own, IOptions<AuthKitOptions> options) : IFlow<ListApiKeys, ApiKeyList>
{
    public async Task<Outcome<ApiKeyList>> RunAsync(ListApiKeys command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var keys = await account.Account.Database.ApiKeys.ListAsync(account.User.Id, cancellationToken);
        var counting = keys.Where(key => account.User.IsOfCredentials(key.CredentialVersion)).OrderBy(static key => key.CreatedAt).ThenBy(static key => key.Slot);
        return new ApiKeyList([.. counting.Select(own.Describe)], [.. options.Value.ApiKeys.Scopes]);
    }
}

public static partial class ApiKeyFlows
{
    /// <summary>Lists the keys of the caller's account.</summary>
    public static Flow<ListApiKeys, ApiKeyList> List { get; } = Flow<ListApiKeys, ApiKeyList>.Of<ListApiKeysFlow>(fails: [Fault.InsufficientScope]);
}
