using AuthKit.Features;
using AuthKit.Passkeys.Storage;

namespace AuthKit.Passkeys;

/// <summary>Lists the passkeys of the caller's account, the oldest first.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record ListPasskeys(string? AccessToken) : Command;

internal sealed class ListPasskeysFlow(IFeatureAccounts accounts) : IFlow<ListPasskeys, IReadOnlyList<PasskeyDescription>>
{
    public async Task<Outcome<IReadOnlyList<PasskeyDescription>>> RunAsync(ListPasskeys command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        // One whose removal broke off in the middle is there to be removed again.
        var passkeys = await account.Records.AllPasskeysOfAsync(account.User, cancellationToken);
        return passkeys.Where(passkey => passkey.RemovedAt is not null || passkey.Counts(account.User)).Select(PasskeyDescription.Of).ToArray();
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Lists the passkeys of the caller's account.</summary>
    public static Flow<ListPasskeys, IReadOnlyList<PasskeyDescription>> List { get; } = Flow<ListPasskeys, IReadOnlyList<PasskeyDescription>>.Of<ListPasskeysFlow>();
}
