using AuthKit.External;
using AuthKit.Users;

namespace AuthKit;

/// <summary>Lists the identities at providers that sign in to the caller's account, the oldest first.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record ListExternalLogins(string? AccessToken) : Command;

internal sealed class ListExternalLoginsFlow(Callers callers, Accounts accounts) : IFlow<ListExternalLogins, ExternalLoginRecord[]>
{
    public async Task<Outcome<ExternalLoginRecord[]>> RunAsync(ListExternalLogins command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        return account is null ? Fault.NotFound : await ExternalLinks.ListAsync(account.Database, account.User.Id, cancellationToken);
    }
}

public static partial class Flows
{
    /// <summary>Lists the identities at providers that sign in to the caller's account.</summary>
    public static Flow<ListExternalLogins, ExternalLoginRecord[]> ListExternalLogins { get; } = Flow<ListExternalLogins, ExternalLoginRecord[]>.Of<ListExternalLoginsFlow>(fails: [Fault.InsufficientScope, Fault.NotFound]);
}
