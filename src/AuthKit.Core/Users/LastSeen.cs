using AuthKit.Databases;
using AuthKit.Records;
using Microsoft.Extensions.Options;
using static AuthKit.Users.UserTable;

namespace AuthKit.Users;

/// <summary>Keeps on which day an account was last seen (<see cref="AccountOptions.KeepLastSeen"/>): one write a day for an account, however often it comes.</summary>
internal sealed class LastSeen(IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>Notes that the account's owner is there.</summary>
    public ValueTask NoteAsync(DatabaseLease database, User user, CancellationToken cancellationToken)
    {
        if (!options.Value.Accounts.KeepLastSeen || database.Users is not UserStore)
            return ValueTask.CompletedTask;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return user.LastSeenOn >= today ? ValueTask.CompletedTask : new(WriteAsync(database, user, today, cancellationToken));
    }

    private static Task WriteAsync(DatabaseLease database, User user, DateOnly today, CancellationToken cancellationToken) =>
        database.Port<IRecords>(static records => records).UpdateAsync(
            Rows,
            [Id.Is(user.Id), user.LastSeenOn is { } before ? LastSeenOn.Is(DayOf(before)) : LastSeenOn.IsNull],
            [LastSeenOn.To(DayOf(today))],
            readBy: null,
            cancellationToken);
}
