using AuthKit.Databases;
using AuthKit.Databases.Brought;
using AuthKit.Relational;
using Microsoft.Data.Sqlite;

namespace AuthKit.Sqlite;

/// <summary>Opens databases that are files of SQLite's.</summary>
public sealed class SqliteStoreProvider : IStoreProvider
{
    private const int DefaultPatience = 5;

    private static readonly SqliteDialect Dialect = new();

    static SqliteStoreProvider() => SQLitePCL.Batteries_V2.Init();

    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.Sqlite;

    /// <inheritdoc/>
    public IBroughtConnections BroughtConnections => new SqliteBroughtConnections(this);

    /// <summary>
    /// Opens the file that <c>Data Source</c> names, made at first use where it is not there; its folder has to be.
    /// <c>Default Timeout</c> is how many seconds a write waits for its turn; 5 where it is not given.
    /// </summary>
    /// <inheritdoc/>
    public IDatabase Open(string connectionString)
    {
        var options = Parse(connectionString);
        if (IsInMemory(options))
            throw new ArgumentException("An in-memory SQLite database ends with its connection; name a file.", nameof(connectionString));
        if (options is { Cache: SqliteCacheMode.Shared } or { Mode: SqliteOpenMode.ReadOnly })
            throw new ArgumentException("A SQLite database is opened for writing and with a private cache; drop Cache and Mode.", nameof(connectionString));

        options.DefaultTimeout = options.ShouldSerialize("Default Timeout") ? Math.Max(1, options.DefaultTimeout) : DefaultPatience;
        var source = new SqliteDataSource(options.ConnectionString);
        return new RelationalDatabase(source, Dialect, new SqliteWriters(source, TimeSpan.FromSeconds(options.DefaultTimeout)));
    }

    internal static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // Not as an inner exception: it repeats parts of the string.
            throw new ArgumentException("This is not a connection string of SQLite's. One looks like 'Data Source=app.db'.", nameof(connectionString));
        }
    }

    private static bool IsInMemory(SqliteConnectionStringBuilder options) =>
        options.Mode == SqliteOpenMode.Memory
        || options.DataSource is "" or ":memory:"
        || (options.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            && (options.DataSource.Contains(":memory:", StringComparison.Ordinal) || options.DataSource.Contains("mode=memory", StringComparison.OrdinalIgnoreCase)));
}
