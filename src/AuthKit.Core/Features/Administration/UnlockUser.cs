using AuthKit.Administration;
using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>Ends an account's lockout: sign-ins that failed before do not count any more.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record UnlockUser(string? AccessToken, string? UserId, string? Tenant) : Command;

internal sealed class UnlockUserFlow(Administrators administrators, UserDirectory users) : IFlow<UnlockUser, User>
{
    public Task<Outcome<User>> RunAsync(UnlockUser command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.Unlocked,
        context,
        (administrator, id) => users.UnlockAsync(id, administrator.Tenant, cancellationToken),
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Ends an account's lockout: sign-ins that failed before do not count any more.</summary>
    public static Flow<UnlockUser, User> UnlockUser { get; } = Flow<UnlockUser, User>.Of<UnlockUserFlow>(fails: Changing(Fault.NotFound));
}
