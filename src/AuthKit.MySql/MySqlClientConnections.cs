using System.Data.Common;
using System.Globalization;
using System.Net;
using AuthKit.Stores;
using AuthKit.Tenants.BroughtDatabases;

namespace AuthKit.MySql;

/// <summary>Servers that callers name: one host, one port, a database, a user with a password, and whether to encrypt.</summary>
/// <remarks>
/// The server is connected to by address, and the drivers compare its certificate with that alone; <c>SslMode=VerifyFull</c>
/// is therefore refused by the driver where the certificate has the name.
/// </remarks>
internal sealed class MySqlClientConnections(MySqlStoreProvider provider, DbProviderFactory driver) : IClientConnections
{
    private const int MaxPool = 20;

    public int DefaultPort => 3306;

    public ClientConnection? Read(string connectionString, ClientDatabasePolicy policy)
    {
        // The driver knows every spelling of an option, and refuses what it does not know.
        var given = driver.CreateConnectionStringBuilder()!;
        given.ConnectionString = connectionString;
        var (host, database, user, password) = (Text(given, "Server"), Text(given, "Database"), Text(given, "User ID"), Text(given, "Password"));
        if (!HostName.IsOne(host) || database.Length == 0 || user.Length == 0 || password.Length == 0)
            return null;
        var port = Convert.ToInt32(given["Port"], CultureInfo.InvariantCulture);
        var kept = new DbConnectionStringBuilder
        {
            ["Server"] = host.ToLowerInvariant(),
            ["Port"] = port,
            ["Database"] = database,
            ["User ID"] = user,
            ["Password"] = password,
            ["SslMode"] = Text(given, "SslMode"),
        };
        return new(kept.ConnectionString, host, port);
    }

    public IDatabase Open(ClientConnection connection, IPAddress? address, ClientDatabasePolicy policy)
    {
        var seconds = (int)Math.Ceiling(policy.Timeout.TotalSeconds);
        return provider.Open(new DbConnectionStringBuilder
        {
            ConnectionString = connection.ConnectionString,
            ["Server"] = address!.ToString(),
            ["Connection Timeout"] = seconds,
            ["Default Command Timeout"] = seconds,
            ["Maximum Pool Size"] = MaxPool,
        }.ConnectionString);
    }

    private static string Text(DbConnectionStringBuilder options, string keyword) => Convert.ToString(options[keyword], CultureInfo.InvariantCulture) ?? "";
}
