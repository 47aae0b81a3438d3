using System.Buffers.Text;
using System.Text;
using AuthKit.Administration;
using AuthKit.Relational;
using AuthKit.Stores.Tests.Golden;
using AuthKit.Stores.Tests.Recording;

namespace AuthKit.Stores.Tests.Plans;

/// <summary>What administrators ask for, however many accounts and sessions there are.</summary>
/// <param name="Name">What is asked for.</param>
/// <param name="Query">The accounts; null for one account's sessions.</param>
/// <param name="Before">The last session of the page before.</param>
public sealed record AccountQueries(string Name, UserQuery? Query, Guid? Before = null)
{
    private static readonly string NoTime = Cursor("638000000000000000");

    public static IReadOnlyList<AccountQueries> All { get; } =
    [
        new("address", new() { EmailPrefix = "ann" }),
        new("address, next page", new() { EmailPrefix = "ann", Cursor = Cursor("anna@example.com") }),
        new("user name", new() { UserNamePrefix = "ann" }),
        new("user name, next page", new() { UserNamePrefix = "ann", Cursor = Cursor("anna") }),
        new("the newest", new()),
        new("the newest, next page", new() { Cursor = NoTime }),
        new("made in between", new() { CreatedFrom = DateTimeOffset.UnixEpoch, CreatedBefore = DateTimeOffset.MaxValue, Cursor = NoTime }),
        new("role", new() { Role = "admin" }),
        new("role, next page", new() { Role = "admin", Cursor = Cursor("") }),
        new("last seen", new() { LastSeenUntil = new(2026, 1, 1) }),
        new("last seen, next page", new() { LastSeenUntil = new(2026, 1, 1), Cursor = Cursor("20000") }),
        new("sessions", null),
        new("sessions, next page", null, Guid.CreateVersion7()),
    ];

    public override string ToString() => Name;

    /// <summary>The statements that it sends.</summary>
    internal async Task<IReadOnlyList<string>> StatementsAsync(SqlEngine engine)
    {
        var source = new RecordingSource(engine.Driver) { Changed = 0 };
        await using var database = new RelationalDatabase(source, engine.Dialect);
        await (Query is null ? ListSessionsAsync(database) : FindAsync(database));
        return [.. source.TakeTexts().Distinct()];
    }

    /// <summary>Whether a statement is for the accounts of one point in time, or of one day, by their ids: those, and no others, may be sorted.</summary>
    internal static bool IsOfOneTime(string statement) => statement.Contains("created_at = ", StringComparison.Ordinal) || statement.Contains("last_seen_on = ", StringComparison.Ordinal);

    private async Task ListSessionsAsync(RelationalDatabase database) =>
        await database.Sessions.ListStandingAsync(Guid.CreateVersion7(), Before, 50, DateTimeOffset.UnixEpoch, default);

    private Task FindAsync(RelationalDatabase database)
    {
        var search = typeof(IUsers).Assembly.GetType("AuthKit.Administration.UserSearch", throwOnError: true)!;
        return (Task)search.GetMethod("FindAsync")!.Invoke(Activator.CreateInstance(search, database.Records), [Query, CancellationToken.None])!;
    }

    private static string Cursor(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Guid.CreateVersion7():N}{key}"));
}
