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

    private static readonly MySqlDialect Dialect = new();

    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.MySql;

    /// <inheritdoc/>
    public IBroughtConnections BroughtConnections => new MySqlBroughtConnections(this);

    /// <summary>
    /// Opens a database. Where the connection string does not say, <c>Connection Timeout</c> is 5 seconds and
    /// <c>Default Command Timeout</c> 15.
    /// </summary>
    /// <inheritdoc/>
    public IDatabase Open(string connectionString) => new RelationalDatabase(CreateSource(connectionString), Dialect);

    internal static DbDataSource CreateSource(string connectionString)
    {
        var options = Parse(connectionString);
        Default("Connection Timeout", ConnectSeconds);
        Default("Default Command Timeout", CommandSeconds);
        // A rotation that a host's ambient transaction rolled back would have been told of already.
        Default("Auto Enlist", false);
        // Whatever would change how ids and text are carried, or let a server read files of the application's.
        options.CharacterSet = "utf8mb4";
        options.OldGuids = false;
        options.GuidFormat = MySqlGuidFormat.Default;
        options.AllowLoadLocalInfile = false;
        // What the driver's metrics call the pool: otherwise the connection string, all but its password.
        if (options.ApplicationName.Length == 0)
            options.ApplicationName = $"{options.Server}:{options.Port}/{options.Database}";
        return new MySqlDataSource(options.ConnectionString);

        void Default(string keyword, object value)
        {
            if (!options.ContainsKey(keyword))
                options[keyword] = value;
        }
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
            throw new ArgumentException("This is not a connection string of MySQL's.", nameof(connectionString));
        }
    }
}
