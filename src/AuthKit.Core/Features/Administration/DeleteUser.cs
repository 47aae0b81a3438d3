using AuthKit.Administration;
using AuthKit.Events;

namespace AuthKit.Features.Administration;

/// <summary>Erases an account with all that belongs to it, at once.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record DeleteUser(string? AccessToken, string? UserId, string? Tenant) : Command;

internal sealed class DeleteUserFlow(Administrators administrators, UserDirectory users) : IFlow<DeleteUser, Unit>
{
    public Task<Outcome<Unit>> RunAsync(DeleteUser command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.Deleted,
        context,
        (administrator, id) => users.DeleteAsync(id, administrator.Tenant, administrator.Guard, cancellationToken),
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Erases an account.</summary>
    public static Flow<DeleteUser, Unit> DeleteUser { get; } =
        Flow<DeleteUser, Unit>.Of<DeleteUserFlow>(fails: Changing(Fault.NotFound, AdministrationFaults.OwnAccount, Fault.Conflict));
}
