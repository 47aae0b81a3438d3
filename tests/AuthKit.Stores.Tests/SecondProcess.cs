using AuthKit.Sqlite;

namespace AuthKit.Stores.Tests;

/// <summary>Another node: comes up on a file of SQLite's and counts failed sign-ins there.</summary>
internal static class SecondProcess
{
    private static async Task Main(string[] arguments)
    {
        await using var database = new SqliteStoreProvider().Open($"Data Source={arguments[0]};Default Timeout=60");
        await database.MigrateAsync(default);
        Console.WriteLine("ready");
        Console.ReadLine();
        var failures = Enumerable.Range(0, int.Parse(arguments[2], null))
            .Select(_ => Task.Run(() => database.Users.RecordFailedSignInAsync(Guid.Parse(arguments[1]), DateTimeOffset.UnixEpoch, default)));
        await Task.WhenAll(failures);
    }
}
