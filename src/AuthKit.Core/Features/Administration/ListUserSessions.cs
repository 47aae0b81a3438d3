using System.Globalization;
using AuthKit.Administration;
using AuthKit.Sessions;

namespace AuthKit.Features.Administration;

/// <summary>Lists an account's sessions that stand, the youngest first.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
/// <param name="Cursor">What the page before has told; null for the first page.</param>
/// <param name="Limit">The most sessions, as text, at most 200; null for 50.</param>
public sealed record ListUserSessions(string? AccessToken, string? UserId, string? Tenant, string? Cursor, string? Limit) : Command;

/// <summary>A page of an account's sessions.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="Next">What finds the next page; null where this is the last.</param>
public sealed record SessionPage(IReadOnlyList<Session> Sessions, string? Next);

internal sealed class ListUserSessionsFlow(Administrators administrators, UserDirectory users) : IFlow<ListUserSessions, SessionPage>
{
    public Task<Outcome<SessionPage>> RunAsync(ListUserSessions command, FlowContext context, CancellationToken cancellationToken) => administrators.ShowAsync<SessionPage>(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        context,
        async (administrator, id) =>
        {
            var (before, limit) = ((Guid?)null, new UserQuery().Limit);
            if (!string.IsNullOrEmpty(command.Cursor))
            {
                if (!Guid.TryParseExact(command.Cursor, "D", out var last))
                    return Failure.Of(Field.Cursor, Rule.Unknown);
                before = last;
            }

            if (!string.IsNullOrEmpty(command.Limit) && !(int.TryParse(command.Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is > 0 and <= UserQuery.MaxLimit))
                return Failure.Of(AdministrationField.Limit, Rule.Unknown);
            if (await users.FindAsync(id, administrator.Tenant, cancellationToken) is null)
                return Fault.NotFound;
            var sessions = await users.ListSessionsAsync(id, before, limit, administrator.Tenant, cancellationToken);
            return new SessionPage(sessions, sessions.Count == limit ? sessions[^1].Id.ToString() : null);
        },
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Lists an account's sessions.</summary>
    public static Flow<ListUserSessions, SessionPage> ListUserSessions { get; } =
        Flow<ListUserSessions, SessionPage>.Of<ListUserSessionsFlow>(fails: [AdministrationFaults.AdministratorsOnly, Fault.NotFound]);
}
