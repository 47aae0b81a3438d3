using AuthKit.Administration;
using AuthKit.Events;

namespace AuthKit.Features.Administration;

/// <summary>Ends all of an account's sessions.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record EndUserSessions(string? AccessToken, string? UserId, string? Tenant) : Command;

internal sealed class EndUserSessionsFlow(Administrators administrators, UserDirectory users) : IFlow<EndUserSessions, Unit>
{
    public Task<Outcome<Unit>> RunAsync(EndUserSessions command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync<Unit>(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.SessionsEnded,
        context,
        async (administrator, id) =>
        {
            if (await users.FindAsync(id, administrator.Tenant, cancellationToken) is null)
                return Fault.NotFound;
            await users.EndSessionsAsync(id, administrator.Tenant, cancellationToken);
            return Unit.Value;
        },
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Ends all of an account's sessions.</summary>
    public static Flow<EndUserSessions, Unit> EndUserSessions { get; } = Flow<EndUserSessions, Unit>.Of<EndUserSessionsFlow>(fails: Changing(Fault.NotFound));
}
