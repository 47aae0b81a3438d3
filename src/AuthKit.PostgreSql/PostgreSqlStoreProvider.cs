using AuthKit.Databases;
using AuthKit.Databases.Brought;
using AuthKit.Relational;
using Npgsql;

namespace AuthKit.PostgreSql;

/// <summary>Opens databases of PostgreSQL's, through Npgsql.</summary>
public sealed class PostgreSqlStoreProvider : IStoreProvider
{
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 15;
    private const int MaxPrepared = 64;

    // What a server, database or role may have set otherwise. How durable a commit is, and where tables are looked for, is theirs to say.
    private const string SetUp = "SET default_transaction_read_only = off; SET default_transaction_isolation = 'read committed'; SET default_transaction_deferrable = off";

    internal static readonly PostgreSqlDialect Dialect = new();

    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.PostgreSql;

    /// <inheritdoc/>
    public IBroughtConnections BroughtConnections { get; } = new PostgreSqlBroughtConnections();

    /// <summary>
    /// Opens a database with a pool of its own. Where the connection string does not say, <c>Timeout</c> is 5 seconds for a
    /// connection and <c>Command Timeout</c> 15 for a statement, and statements are prepared; <c>Max Auto Prepare=0</c> turns
    /// that off, behind a pooler that hands a connection to another client between two statements and keeps no account of them.
    /// A new connection is given the session settings that AuthKit's statements are written for.
    /// </summary>
    /// <inheritdoc/>
    public IDatabase Open(string connectionString) => Open(connectionString, configure: null);

    internal static RelationalDatabase Open(string connectionString, Action<NpgsqlDataSourceBuilder>? configure)
    {
        var options = Parse(connectionString);
        var seconds = options.ShouldSerialize("Command Timeout") ? options.CommandTimeout : CommandSeconds;
        // The driver's own limit would block a thread of the pool for each statement while it asks a silent server to cancel.
        options.CommandTimeout = 0;
        return new(CreateSource(options.ConnectionString, configure), Dialect, limit: seconds == 0 ? null : TimeSpan.FromSeconds(seconds));
    }

    internal static NpgsqlDataSource CreateSource(string connectionString, Action<NpgsqlDataSourceBuilder>? configure = null)
    {
        var options = Parse(connectionString);
        Default("Timeout", ConnectSeconds);
        Default("Command Timeout", CommandSeconds);
        // Where a statement has to be cancelled, its connection goes with it.
        Default("Cancellation Timeout", -1);
        Default("Application Name", "AuthKit");
        // A rotation that a host's ambient transaction rolled back would have been told of already.
        Default("Enlist", false);
        // No statement of AuthKit's leaves anything on a connection that would need to be undone.
        Default("No Reset On Close", true);
        // Statements are few and the same always: the server keeps its plan of one that a connection sends a second time.
        Default("Max Auto Prepare", MaxPrepared);
        Default("Auto Prepare Min Usages", 2);
        // It would put what users typed into exceptions.
        options.IncludeErrorDetail = false;

        var builder = new NpgsqlDataSourceBuilder(options.ConnectionString)
        {
            // What metrics call it: otherwise the connection string, all but its password.
            Name = $"{options.Host}:{options.Port}/{options.Database}",
        };
        // All types in use are built in: a new pool need not ask the server for its own.
        builder.ConfigureTypeLoading(static types => types.EnableTypeLoading(false));
        builder.UsePhysicalConnectionInitializer(SetUpSession, SetUpAsync);
        configure?.Invoke(builder);
        return builder.Build();

        void Default(string keyword, object value)
        {
            if (!options.ShouldSerialize(keyword))
                options[keyword] = value;
        }
    }

    private static void SetUpSession(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(SetUp, connection);
        command.ExecuteNonQuery();
    }

    private static async Task SetUpAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(SetUp, connection);
        await command.ExecuteNonQueryAsync();
    }

    internal static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var options = new NpgsqlConnectionStringBuilder(connectionString);
            return options.Host is null ? throw new ArgumentException("No host.") : options;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // Not as an inner exception: it repeats parts of the string.
            throw new ArgumentException("This is not a connection string of PostgreSQL's. One looks like 'Host=db.example;Database=app;Username=app;Password=…'.", nameof(connectionString));
        }
    }
}
