using AuthKit.Administration;
using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>Gives an account these roles and no others.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
/// <param name="Roles">Its roles from now on; an empty list for none.</param>
public sealed record SetUserRoles(string? AccessToken, string? UserId, string? Tenant, IReadOnlyCollection<string>? Roles) : Command;

internal sealed class SetUserRolesFlow(Administrators administrators, UserDirectory users) : IFlow<SetUserRoles, User>
{
    public Task<Outcome<User>> RunAsync(SetUserRoles command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync<User>(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.RolesSet,
        context,
        async (administrator, id) => command.Roles is { } roles ? await users.SetRolesAsync(id, roles, administrator.Tenant, administrator.Guard, cancellationToken) : Failure.Of(Field.Roles, Rule.Required),
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Gives an account these roles and no others.</summary>
    public static Flow<SetUserRoles, User> SetUserRoles { get; } =
        Flow<SetUserRoles, User>.Of<SetUserRolesFlow>(fails: Changing(Fault.NotFound, AdministrationFaults.OwnAccount, Fault.Conflict));
}
