using System.Diagnostics;
using AuthKit.Administration;
using AuthKit.Benchmarks.Requests;
using AuthKit.Sessions;
using AuthKit.Users;

namespace AuthKit.Benchmarks.Accounts;

/// <summary>What it costs an administrator to look at very many accounts, in processor time of this process and of the database's.</summary>
internal static class AccountScale
{
    private const int Warming = 20;

    public static async Task RunAsync(ScaleOptions options)
    {
        Markdown.WriteMachine(Console.Out);
        Console.WriteLine($"\n{options.Count} accounts, one with {options.Sessions} sessions; pages of 50, {options.Calls} calls of each, one after the other\n");
        Console.WriteLine(Markdown.Row("engine", "call", "CPU, ms", "of it the database's, ms", "slowest, ms"));
        Console.WriteLine("|---|---|---|---|---|");
        await using (var sqlite = await ScaleDatabase.OnSqliteAsync(options))
            await MeasureAsync(sqlite, options);
        if (options.Server is null)
            return;
        await using var postgreSql = await ScaleDatabase.OnPostgreSqlAsync(options);
        await MeasureAsync(postgreSql, options);
    }

    private static async Task MeasureAsync(ScaleDatabase scale, ScaleOptions options)
    {
        var (search, users, sessions) = (new UserSearch(scale.Database.Records), new UserStore(scale.Database.Records), new SessionStore(scale.Database.Records));
        var newest = (await search.FindAsync(new() { Limit = 50 }, default))!;
        var owner = newest.Users[0].Id;
        var middle = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(-options.Count / 2);
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(20000 - (options.Count / 2000));
        (string Name, Func<Task> Call)[] calls =
        [
            ("an account by its address", () => users.FindByNameAsync(newest.Users[1].Email, default)),
            .. await PagesAsync("address", new() { EmailPrefix = "7" }),
            .. await PagesAsync("user name", new() { UserNamePrefix = "7f" }),
            .. await PagesAsync("newest", new()),
            .. await PagesAsync("made before", new() { CreatedBefore = middle }),
            .. await PagesAsync("role", new() { Role = "admin" }),
            .. await PagesAsync("last seen", new() { LastSeenUntil = day }),
            .. await PagesAsync("disabled, of which there are none", new() { Disabled = true }),
            ("an account's sessions", () => sessions.ListStandingAsync(owner, before: null, 50, DateTimeOffset.UtcNow, default)),
            ("an account's sessions, in the middle", () => sessions.ListStandingAsync(owner, new Guid("80000000-0000-0000-0000-000000000000"), 50, DateTimeOffset.UtcNow, default)),
        ];
        foreach (var (name, call) in calls)
            await MeasureAsync(scale, name, call, options.Calls);

        async Task<IReadOnlyList<(string Name, Func<Task> Call)>> PagesAsync(string name, UserQuery query)
        {
            var next = (await search.FindAsync(query, default))!.Next;
            return [(name, () => search.FindAsync(query, default)), ($"{name}, next page", () => search.FindAsync(query with { Cursor = next }, default))];
        }
    }

    private static async Task MeasureAsync(ScaleDatabase scale, string name, Func<Task> call, int calls)
    {
        for (var i = 0; i < Warming; i++)
            await call();
        var (own, server, slowest) = (Environment.CpuUsage.TotalTime, ServerTime(scale), TimeSpan.Zero);
        for (var i = 0; i < calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await call();
            var took = Stopwatch.GetElapsedTime(started);
            slowest = took > slowest ? took : slowest;
        }

        var ofServer = (ServerTime(scale) - server) / calls;
        var all = ((Environment.CpuUsage.TotalTime - own).TotalMilliseconds / calls) + ofServer;
        Console.WriteLine(Markdown.Row(scale.Name, name, Markdown.Number(all, "0.00"), scale.ServerProcess is null ? "–" : Markdown.Number(ofServer, "0.00"), Markdown.Number(slowest.TotalMilliseconds, "0.0")));
    }

    private static double ServerTime(ScaleDatabase scale) => scale.ServerProcess is { } process ? ProcessTimes.OfTree(process) : 0;
}
