using AuthKit.Administration;
using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>Shuts an account: nobody signs in to it, and its sessions end.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record DisableUser(string? AccessToken, string? UserId, string? Tenant) : Command;

internal sealed class DisableUserFlow(Administrators administrators, UserDirectory users) : IFlow<DisableUser, User>
{
    public Task<Outcome<User>> RunAsync(DisableUser command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.Disabled,
        context,
        (administrator, id) => users.DisableAsync(id, administrator.Tenant, administrator.Guard, cancellationToken),
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Shuts an account: nobody signs in to it, and its sessions end.</summary>
    public static Flow<DisableUser, User> DisableUser { get; } = Flow<DisableUser, User>.Of<DisableUserFlow>(fails: Changing(Fault.NotFound, AdministrationFaults.OwnAccount, Fault.Conflict));
}
