using System.Data.Common;
using System.Net;
using AuthKit.Databases;
using AuthKit.Databases.Brought;
using MySqlConnector;

namespace AuthKit.MySql;

/// <summary>Servers that callers name: one host, one port, a database, a user with a password, and whether to encrypt.</summary>
/// <remarks>
/// The server is connected to by address, and the driver compares its certificate with that alone; <c>SslMode=VerifyFull</c>
/// is therefore refused by the driver where the certificate has the name.
/// </remarks>
internal sealed class MySqlBroughtConnections(MySqlStoreProvider provider) : IBroughtConnections
{
    private const int MaxPool = 20;

    public int DefaultPort => 3306;

    public BroughtConnection? Read(string connectionString, ClientDatabasePolicy policy)
    {
        // The driver knows every spelling of an option, and refuses what it does not know.
        var given = new MySqlConnectionStringBuilder(connectionString);
        var (host, database, user, password) = (given.Server.ToLowerInvariant(), given.Database, given.UserID, given.Password);
        if (!HostName.IsOne(host) || database.Length == 0 || user.Length == 0 || password.Length == 0)
            return null;
        var port = (int)given.Port;
        var kept = new DbConnectionStringBuilder
        {
            ["Server"] = host,
            ["Port"] = port,
            ["Database"] = database,
            ["User ID"] = user,
            ["Password"] = password,
            ["SslMode"] = given.SslMode,
        };
        return new(kept.ConnectionString, host, port);
    }

    public IDatabase Open(BroughtConnection connection, IPAddress? address, ClientDatabasePolicy policy)
    {
        var seconds = (uint)Math.Ceiling(policy.Timeout.TotalSeconds);
        return provider.Open(new MySqlConnectionStringBuilder(connection.ConnectionString)
        {
            Server = address!.ToString(),
            ConnectionTimeout = seconds,
            DefaultCommandTimeout = seconds,
            MaximumPoolSize = MaxPool,
        }.ConnectionString);
    }
}
