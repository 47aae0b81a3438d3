using System.Data.Common;
using System.Globalization;
using AuthKit.Databases;
using AuthKit.Relational;

namespace AuthKit.MySql;

/// <summary>Opens databases of MySQL's and MariaDB's, through MySqlConnector or MySql.Data, whichever the application references.</summary>
public sealed class MySqlStoreProvider : IStoreProvider
{
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 15;

    private static readonly MySqlDialect Dialect = new();

    private readonly DbProviderFactory _driver;

    /// <summary>Finds the driver.</summary>
    /// <exception cref="InvalidOperationException">The application references neither; the message names both.</exception>
    public MySqlStoreProvider() : this(MySqlDriver.Find())
    {
    }

    internal MySqlStoreProvider(DbProviderFactory driver) => _driver = driver;

    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.MySql;

    /// <inheritdoc/>
    public IClientConnections ClientConnections => new MySqlClientConnections(this, _driver);

    /// <summary>
    /// Opens a database. Where the connection string does not say, <c>Connection Timeout</c> is 5 seconds and
    /// <c>Default Command Timeout</c> 15.
    /// </summary>
    /// <inheritdoc/>
    public IDatabase Open(string connectionString) => new RelationalDatabase(CreateSource(connectionString), Dialect);

    internal DbDataSource CreateSource(string connectionString)
    {
        try
        {
            var options = new DbConnectionStringBuilder { ConnectionString = connectionString };
            var connectSeconds = Default(options, ConnectSeconds, "Connection Timeout", "ConnectionTimeout", "Connect Timeout");
            Default(options, CommandSeconds, "Default Command Timeout", "DefaultCommandTimeout", "Command Timeout");
            // A rotation that a host's ambient transaction rolled back would have been told of already.
            Default(options, false, "Auto Enlist", "AutoEnlist");
            // Whatever would change how ids and text are carried, or let a server read files of the application's.
            Force(options, "utf8mb4", "Character Set", "CharSet", "CharacterSet");
            Force(options, false, "Old Guids", "OldGuids");
            Force(options, null, "GUID Format", "GuidFormat");
            Force(options, false, "Allow Load Local Infile", "AllowLoadLocalInfile");

            var understood = _driver.CreateConnectionStringBuilder()!;
            understood.ConnectionString = options.ConnectionString;
            NamePool(options, understood);
            return new TimelyDataSource(_driver.CreateDataSource(options.ConnectionString), TimeSpan.FromSeconds(Convert.ToInt32(connectSeconds, CultureInfo.InvariantCulture)));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // Not as an inner exception: it repeats parts of the string.
            throw new ArgumentException("This is not a connection string of MySQL's.", nameof(connectionString));
        }
    }

    /// <summary>What MySqlConnector's metrics call the pool: otherwise the connection string, all but its password. MySql.Data has no such option.</summary>
    private static void NamePool(DbConnectionStringBuilder options, DbConnectionStringBuilder understood)
    {
        const string name = "Application Name";
        try
        {
            if (understood[name] is null or "")
                options[name] = $"{understood["Server"]}:{understood["Port"]}/{understood["Database"]}";
        }
        catch (ArgumentException)
        {
            // The driver does not know it.
        }
    }

    private static object Default(DbConnectionStringBuilder options, object value, params ReadOnlySpan<string> spellings)
    {
        foreach (var spelling in spellings)
        {
            if (options.TryGetValue(spelling, out var given))
                return given;
        }

        return options[spellings[0]] = value;
    }

    private static void Force(DbConnectionStringBuilder options, object? value, params ReadOnlySpan<string> spellings)
    {
        foreach (var spelling in spellings)
            options.Remove(spelling);
        if (value is not null)
            options[spellings[0]] = value;
    }
}
