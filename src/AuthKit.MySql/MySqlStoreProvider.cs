using System.Data.Common;
using AuthKit.Databases;
using AuthKit.Databases.Brought;
using AuthKit.Relational;
using MySqlConnector;

namespace AuthKit.MySql;

/// <summary>Opens databases of MySQL's and MariaDB's, through MySqlConnector.</summary>
public sealed class MySqlStoreProvider : IStoreProvider
{
    private const uint ConnectSeconds = 5;
    private const uint CommandSeconds = 15;

    /// <summary>
    /// What a server, database or account may have set otherwise: without autocommit nothing that is acknowledged is kept, without
    /// a strict mode long text is cut, under NO_BACKSLASH_ESCAPES bytes arrive as others, and without unique_checks twins get in.
    /// </summary>
    private const string SetUp =
        "SET SESSION autocommit = 1, sql_mode = 'TRADITIONAL', unique_checks = 1, sql_safe_updates = 0, sql_auto_is_null = 0, "
        + "sql_select_limit = 18446744073709551615, completion_type = 0; SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ WRITE";

    private static readonly MySqlDialect Dialect = new();

    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.MySql;

    /// <inheritdoc/>
    public IBroughtConnections BroughtConnections => new MySqlBroughtConnections(this);

    /// <summary>
    /// Opens a database. Where the connection string does not say, <c>Connection Timeout</c> is 5 seconds and
    /// <c>Default Command Timeout</c> 15. A new connection is given the session settings that AuthKit's statements are written
    /// for; as none of them leaves anything behind, <c>Connection Reset</c> is off unless it is asked for.
    /// </summary>
    /// <inheritdoc/>
    public IDatabase Open(string connectionString) => new RelationalDatabase(CreateSource(connectionString), Dialect);

    internal static DbDataSource CreateSource(string connectionString)
    {
        var options = Parse(connectionString);
        Default("Connection Timeout", ConnectSeconds);
        Default("Default Command Timeout", CommandSeconds);
        // It would cost a round trip a call, and one more to set the session up again.
        Default("Connection Reset", false);
        // Otherwise the driver blocks a thread of the pool while it asks a server that does not answer to end a statement.
        Default("Cancellation Timeout", -1);
        // A rotation that a host's ambient transaction rolled back would have been told of already.
        Default("Auto Enlist", false);
        // Whatever would change how ids and text are carried, or let a server read files of the application's.
        options.CharacterSet = "utf8mb4";
        options.OldGuids = false;
        options.GuidFormat = MySqlGuidFormat.Default;
        options.AllowLoadLocalInfile = false;
        options.NoBackslashEscapes = false;
        // What the driver's metrics call the pool: otherwise the connection string, all but its password.
        if (options.ApplicationName.Length == 0)
            options.ApplicationName = $"{options.Server}:{options.Port}/{options.Database}";
        return new MySqlDataSourceBuilder(options.ConnectionString).UseConnectionOpenedCallback(SetUpAsync).Build();

        void Default(string keyword, object value)
        {
            if (!options.ContainsKey(keyword))
                options[keyword] = value;
        }
    }

    private static async ValueTask SetUpAsync(MySqlConnectionOpenedContext opened, CancellationToken cancellationToken)
    {
        if (opened.Conditions == MySqlConnectionOpenedConditions.None)
            return;
        await using var command = opened.Connection.CreateCommand();
        command.CommandText = SetUp;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static MySqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new MySqlConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            // Not as an inner exception: it repeats parts of the string.
            throw new ArgumentException("This is not a connection string of MySQL's. One looks like 'Server=db.example;Database=app;User ID=app;Password=…'.", nameof(connectionString));
        }
    }
}
