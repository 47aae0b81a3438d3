using AuthKit.Records;
using AuthKit.Users;
using static AuthKit.Users.UserTable;

namespace AuthKit.Administration;

/// <summary>
/// Finds pages of accounts, each by an index. What no index knows is looked at afterwards, in a bounded number of rows: so a page costs the same however many
/// accounts there are.
/// </summary>
internal sealed class UserSearch(IRecords records)
{
    /// <summary>The most rows that are looked at for one page.</summary>
    private const int MostRows = 1000;

    private const int Step = 200;

    /// <summary>A page; null where the cursor is not one of this query's.</summary>
    public async Task<UserPage?> FindAsync(UserQuery query, CancellationToken cancellationToken)
    {
        var order = OrderOf(query);
        if (!order.TryRead(query.Cursor, out var after))
            return null;
        var (found, limit, looked) = (new List<User>(), Math.Clamp(query.Limit, 1, UserQuery.MaxLimit), 0);
        while (looked < MostRows)
        {
            var rows = await order.ListAsync(records, after, Step, cancellationToken);
            foreach (var row in rows)
            {
                (looked, after) = (looked + 1, row.Key);
                if (row.User is { } user && Fits(user, query))
                    found.Add(user);
                if (found.Count == limit)
                    return new(found, order.Write(after));
            }

            if (rows.Count < Step)
                return new(found, Next: null);
        }

        return new(found, order.Write(after!.Value));
    }

    private static UserOrder OrderOf(UserQuery query) => query switch
    {
        { EmailPrefix: { } prefix } => new NameOrder<string>(NormalizedEmail, NormalizedEmail.StartsWith(LoginName.Normalize(prefix)), static user => LoginName.Normalize(user.Email)),
        { UserNamePrefix: { } prefix } => new NameOrder<string?>(NormalizedUserName, NormalizedUserName.StartsWithOrNull(LoginName.Normalize(prefix)), static user => LoginName.NormalizeOrNull(user.UserName)),
        { Role: { } role } => new RoleOrder(role),
        { LastSeenUntil: { } until } => new TimeOrder<int?>(LastSeenOn, [LastSeenOn.AtMost(DayOf(until))], static user => DayOf(user.LastSeenOn!.Value), static day => day!.Value, static number => (int)number, descends: false),
        _ => new TimeOrder<DateTimeOffset>(CreatedAt, CreatedBetween(query), static user => user.CreatedAt, static time => time.UtcTicks, static ticks => new(ticks, TimeSpan.Zero), descends: true),
    };

    private static Condition[] CreatedBetween(UserQuery query)
    {
        var bounds = new List<Condition>();
        if (query.CreatedFrom is { } from)
            bounds.Add(CreatedAt.AtLeast(from));
        if (query.CreatedBefore is { } before)
            bounds.Add(CreatedAt.Before(before));
        return [.. bounds];
    }

    private static bool Fits(User user, UserQuery query) =>
        (query.Disabled is not { } disabled || disabled == user.DisabledAt is not null)
        && (query.Role is not { } role || user.Roles.Contains(role))
        && (query.LastSeenUntil is not { } day || user.LastSeenOn <= day)
        && !(user.CreatedAt < query.CreatedFrom)
        && !(user.CreatedAt >= query.CreatedBefore)
        && Begins(user.Email, query.EmailPrefix)
        && Begins(user.UserName, query.UserNamePrefix);

    private static bool Begins(string? text, string? prefix) =>
        prefix is null || (text is not null && LoginName.Normalize(text).StartsWith(LoginName.Normalize(prefix), StringComparison.Ordinal));
}
