using AuthKit.Conformance;
using NUnit.Framework;

namespace AuthKit.TestServers;

/// <summary>An engine on a server: how databases are made there, emptied and dropped.</summary>
/// <param name="store"><c>PGSQL</c>, <c>MARIADB</c>, <c>MYSQL</c>, <c>MSSQL</c> or <c>MONGO</c>.</param>
public abstract class TestServer(string store)
{
    /// <summary>The server that <c>AUTHKIT_TEST_…</c> names; <c>eng/servers.sh</c> starts three of them.</summary>
    /// <returns>Its connection string.</returns>
    /// <exception cref="IgnoreException">There is none, and <c>AUTHKIT_REQUIRED_STORES</c> does not ask for it.</exception>
    public string Require()
    {
        var connectionString = Environment.GetEnvironmentVariable($"AUTHKIT_TEST_{store}");
        if (string.IsNullOrEmpty(connectionString))
            AbsentEngine.Report(store, $"AUTHKIT_TEST_{store} names no server; see docs/stores.md.");
        return connectionString;
    }

    /// <summary>Makes a database of a name that no other has.</summary>
    /// <param name="server">The server's connection string.</param>
    /// <returns>The database's connection string.</returns>
    public abstract Task<string> CreateDatabaseAsync(string server);

    /// <summary>Takes everything out of a database of AuthKit's but its schema; its first signing keys may stay.</summary>
    public abstract Task EmptyAsync(string database);

    /// <summary>Takes a database away that <see cref="CreateDatabaseAsync"/> made.</summary>
    public abstract Task DropDatabaseAsync(string server, string database);

    public sealed override string ToString() => store;

    /// <summary>A name for a database.</summary>
    protected static string NewName() => $"authkit_{Guid.NewGuid():N}";
}
