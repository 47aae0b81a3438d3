using System.Globalization;

namespace AuthKit.Features.AuditLog;

/// <summary>What happened to the caller's own account, the newest first.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Cursor">Where a page goes on; null for the first.</param>
/// <param name="Limit">How many entries a page has at most; null for <see cref="AuditQuery.Limit"/>.</param>
public sealed record ListActivity(string? AccessToken, string? Cursor = null, string? Limit = null) : Command;

/// <summary>What happened to an account, for its owner.</summary>
/// <param name="Entries">The entries, the newest first.</param>
/// <param name="Next">What the next page is asked for with; null where there are no more.</param>
/// <param name="SessionId">The session of whoever asks.</param>
public sealed record AccountActivity(IReadOnlyList<AuditEntry> Entries, string? Next, Guid? SessionId);

internal sealed class ListActivityFlow(IFeatureAccounts accounts, IAuditLog log) : IFlow<ListActivity, AccountActivity>
{
    public async Task<Outcome<AccountActivity>> RunAsync(ListActivity command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var query = new AuditQuery { Tenant = account.Tenant, UserId = account.User.Id, Cursor = command.Cursor };
        if (command.Limit is { } limit)
        {
            if (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most))
                return Failure.Of("limit", Rule.Unknown);
            query = query with { Limit = most };
        }

        return (await log.ListAsync(query, cancellationToken)).Succeeded(out var page, out failure)
            ? new AccountActivity(page.Entries, page.Next, account.Caller?.SessionId)
            : failure;
    }
}

/// <summary>The flows of the audit log.</summary>
public static class AuditLogFlows
{
    /// <summary>Lists what happened to the caller's own account.</summary>
    public static Flow<ListActivity, AccountActivity> ListActivity { get; } = Flow<ListActivity, AccountActivity>.Of<ListActivityFlow>();
}
