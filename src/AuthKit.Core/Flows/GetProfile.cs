using AuthKit.Users;

namespace AuthKit;

/// <summary>Reads the caller's account.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Email">The account's e-mail address; where sent, any but the caller's own is not found.</param>
public sealed record GetProfile(string? AccessToken, string? Email = null) : Command;

internal sealed class GetProfileFlow(Callers callers, Accounts accounts) : IFlow<GetProfile, User>
{
    public async Task<Outcome<User>> RunAsync(GetProfile command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        return account is not null && account.IsCalled(command.Email) ? account.User : Fault.NotFound;
    }
}

public static partial class Flows
{
    /// <summary>Reads the caller's account.</summary>
    public static Flow<GetProfile, User> GetProfile { get; } = Flow<GetProfile, User>.Of<GetProfileFlow>(fails: [Fault.InsufficientScope, Fault.NotFound]);
}
