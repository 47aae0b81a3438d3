using AuthKit.Administration;
using AuthKit.Events;

namespace AuthKit.Features.Administration;

/// <summary>Ends one of an account's sessions.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record EndUserSession(string? AccessToken, string? UserId, string? SessionId, string? Tenant) : Command;

internal sealed class EndUserSessionFlow(Administrators administrators, UserDirectory users) : IFlow<EndUserSession, Unit>
{
    public Task<Outcome<Unit>> RunAsync(EndUserSession command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync<Unit>(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.SessionsEnded,
        context,
        async (administrator, id) => Guid.TryParse(command.SessionId, out var session) && await users.EndSessionAsync(id, session, administrator.Tenant, cancellationToken)
            ? Unit.Value
            : AdministrationFaults.SessionNotFound,
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Ends one of an account's sessions.</summary>
    public static Flow<EndUserSession, Unit> EndUserSession { get; } = Flow<EndUserSession, Unit>.Of<EndUserSessionFlow>(fails: Changing(AdministrationFaults.SessionNotFound));
}
