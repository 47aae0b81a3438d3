using AuthKit.Databases;
using AuthKit.Databases.Brought;
using AuthKit.MySql;
using AuthKit.PostgreSql;
using AuthKit.Sqlite;
using AuthKit.SqlServer;
using AuthKit.Tenants;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Connection strings that callers bring: what a policy lets through is one plain host or one file, and stays that when it is read again.</summary>
internal static class ConnectionStringTarget
{
    private static readonly IStoreProvider[] Providers = [new SqliteStoreProvider(), new PostgreSqlStoreProvider(), new MySqlStoreProvider(), new SqlServerStoreProvider()];

    // Nothing is opened, so what would open it is not needed.
    private static readonly BroughtDatabaseGate Gate = new(new DatabaseEngines(Providers), null!, null!);

    private static readonly ClientDatabasePolicy Policy = Allowing();

    public static void Read(string text)
    {
        ConnectionFingerprint.Of(text);
        foreach (var provider in Providers)
        {
            if (Gate.Read(provider.Engine, text, Policy) is not { } kept)
                continue;
            BrokenPromiseException.Unless(kept.Host is null || HostName.IsOne(kept.Host), "A host is one host.");
            BrokenPromiseException.Unless(provider.BroughtConnections!.Read(kept.ConnectionString, Policy) == kept, $"What is kept of it stays as it is: {provider.Engine}.");
        }
    }

    private static ClientDatabasePolicy Allowing()
    {
        var policy = new ClientDatabasePolicy { SqliteFolder = "/nowhere" };
        foreach (var provider in Providers)
            policy.Engines.Add(provider.Engine);
        return policy;
    }
}
