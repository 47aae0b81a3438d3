using System.Data.Common;
using AuthKit.Databases;
using AuthKit.Databases.Brought;
using AuthKit.Relational;
using Microsoft.Data.SqlClient;

namespace AuthKit.SqlServer;

/// <summary>Opens databases of SQL Server's and Azure SQL's, through Microsoft.Data.SqlClient.</summary>
public sealed class SqlServerStoreProvider : IStoreProvider
{
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 15;

    private static readonly SqlServerDialect Dialect = new();

    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.SqlServer;

    /// <inheritdoc/>
    public IBroughtConnections BroughtConnections => new SqlServerBroughtConnections(this);

    /// <summary>
    /// Opens a database. Where the connection string does not say, <c>Connect Timeout</c> is 5 seconds and
    /// <c>Command Timeout</c> 15.
    /// </summary>
    /// <inheritdoc/>
    public IDatabase Open(string connectionString) => new RelationalDatabase(CreateSource(connectionString), Dialect);

    internal static DbDataSource CreateSource(string connectionString)
    {
        var options = Parse(connectionString);
        Default("Connect Timeout", ConnectSeconds);
        Default("Command Timeout", CommandSeconds);
        Default("Application Name", "AuthKit");
        // A rotation that a host's ambient transaction rolled back would have been told of already.
        Default("Enlist", false);
        // Otherwise the driver goes on refusing for up to a minute after the server is back.
        Default("Pool Blocking Period", PoolBlockingPeriod.NeverBlock);
        return new TimelyDataSource(SqlClientFactory.Instance.CreateDataSource(options.ConnectionString), TimeSpan.FromSeconds(options.ConnectTimeout));

        void Default(string keyword, object value)
        {
            if (!options.ShouldSerialize(keyword))
                options[keyword] = value;
        }
    }

    internal static SqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var options = new SqlConnectionStringBuilder(connectionString);
            return options.DataSource.Length == 0 ? throw new ArgumentException("No server.") : options;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // Not as an inner exception: it repeats parts of the string.
            throw new ArgumentException("This is not a connection string of SQL Server's. One looks like 'Server=db.example;Database=app;User ID=app;Password=…'.", nameof(connectionString));
        }
    }
}
