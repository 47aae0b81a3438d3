using AuthKit.Administration;
using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>Opens an account that was shut.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record EnableUser(string? AccessToken, string? UserId, string? Tenant) : Command;

internal sealed class EnableUserFlow(Administrators administrators, UserDirectory users) : IFlow<EnableUser, User>
{
    public Task<Outcome<User>> RunAsync(EnableUser command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.Enabled,
        context,
        (administrator, id) => users.EnableAsync(id, administrator.Tenant, administrator.Guard, cancellationToken),
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Opens an account that was shut.</summary>
    public static Flow<EnableUser, User> EnableUser { get; } = Flow<EnableUser, User>.Of<EnableUserFlow>(fails: Changing(Fault.NotFound, Fault.Conflict));
}
