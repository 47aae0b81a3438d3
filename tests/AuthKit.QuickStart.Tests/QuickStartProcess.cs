namespace AuthKit.QuickStart.Tests;

/// <summary>QuickStart, with its files in a folder of the test's.</summary>
internal static class QuickStartProcess
{
    public static Task<SampleProcess> StartAsync(string folder, params string[] arguments) =>
        StartAsync(folder, new Dictionary<string, string> { ["AuthKit:Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "authkit.db")}" }, arguments);

    /// <param name="folder">The folder.</param>
    /// <param name="database">The settings of the home database.</param>
    /// <param name="arguments">More settings.</param>
    public static Task<SampleProcess> StartAsync(string folder, IReadOnlyDictionary<string, string> database, params string[] arguments) => SampleProcess.StartAsync(
        "QuickStart",
        database,
        [
            $"--AuthKit:Tenants:0:ConnectionString=Data Source={Path.Combine(folder, "demo.db")}",
            $"--AuthKit:Mail:PickupDirectory={Path.Combine(folder, "outbox")}",
            "--AuthKit:RateLimits:Enabled=false",
            .. arguments,
        ]);
}
