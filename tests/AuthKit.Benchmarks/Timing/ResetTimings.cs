using AuthKit.Benchmarks.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Benchmarks.Timing;

/// <summary>The measurement on SQLite and, where <c>AUTHKIT_TEST_PGSQL</c> names a server, on PostgreSQL.</summary>
internal static class ResetTimings
{
    public static async Task RunAsync(int pairs)
    {
        var folder = Directory.CreateTempSubdirectory("authkit-timing-");
        await new ResetTiming("SQLite", builder => builder.UseSqlite($"Data Source={Path.Combine(folder.FullName, "timing.db")}"), pairs).RunAsync();
        folder.Delete(recursive: true);

        if (Environment.GetEnvironmentVariable("AUTHKIT_TEST_PGSQL") is not { } server)
            return;
        await using var postgreSql = new PostgreSqlServer(server);
        var database = await postgreSql.CreateDatabaseAsync();
        await new ResetTiming("PostgreSQL", builder => builder.UsePostgreSql(database), pairs).RunAsync();
    }
}
