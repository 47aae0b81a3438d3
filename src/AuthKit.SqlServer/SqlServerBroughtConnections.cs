using System.Globalization;
using System.Net;
using AuthKit.Databases;
using AuthKit.Databases.Brought;
using Microsoft.Data.SqlClient;

namespace AuthKit.SqlServer;

/// <summary>Servers that callers name: one host and one port over TCP, a database, a user with a password, and whether to encrypt.</summary>
internal sealed class SqlServerBroughtConnections(SqlServerStoreProvider provider) : IBroughtConnections
{
    private const string HostNameInCertificate = "Host Name In Certificate";
    private const string Tcp = "tcp:";
    private const int MaxPool = 20;

    public int DefaultPort => 1433;

    public BroughtConnection? Read(string connectionString, ClientDatabasePolicy policy)
    {
        var given = SqlServerStoreProvider.Parse(connectionString);
        // Without a user and a password the driver would show this process's own account.
        if (!TryServer(given.DataSource, out var host, out var port) || given.InitialCatalog.Length == 0 || given.UserID.Length == 0 || given.Password.Length == 0)
            return null;
        var kept = new SqlConnectionStringBuilder
        {
            DataSource = string.Create(CultureInfo.InvariantCulture, $"tcp:{host},{port}"),
            InitialCatalog = given.InitialCatalog,
            UserID = given.UserID,
            Password = given.Password,
            Encrypt = given.Encrypt,
            TrustServerCertificate = given.TrustServerCertificate,
        };
        return new(kept.ConnectionString, host, port);
    }

    public IDatabase Open(BroughtConnection connection, IPAddress? address, ClientDatabasePolicy policy)
    {
        var seconds = (int)Math.Ceiling(policy.Timeout.TotalSeconds);
        var options = new SqlConnectionStringBuilder(connection.ConnectionString)
        {
            DataSource = string.Create(CultureInfo.InvariantCulture, $"tcp:{address},{connection.Port}"),
            ConnectTimeout = seconds,
            MaxPoolSize = MaxPool,
        };
        options["Command Timeout"] = seconds;
        // From version 5 the driver can be told which name the certificate is for; earlier ones compare the address.
        if (options.ContainsKey(HostNameInCertificate))
            options[HostNameInCertificate] = connection.Host;
        return provider.Open(options.ConnectionString);
    }

    // No instance, which would be asked for on another port; no pipe, shared memory or local database.
    private bool TryServer(string dataSource, out string host, out int port)
    {
        var address = (dataSource.StartsWith(Tcp, StringComparison.OrdinalIgnoreCase) ? dataSource[Tcp.Length..] : dataSource).Split(',', StringSplitOptions.TrimEntries);
        (host, port) = (address[0].ToLowerInvariant(), DefaultPort);
        return HostName.IsOne(host)
            && (address.Length == 1 || (address.Length == 2 && int.TryParse(address[1], NumberStyles.None, CultureInfo.InvariantCulture, out port)));
    }
}
