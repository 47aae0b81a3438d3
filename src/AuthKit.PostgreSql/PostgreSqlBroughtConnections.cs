using System.Net;
using AuthKit.Databases;
using AuthKit.Databases.Brought;
using Npgsql;

namespace AuthKit.PostgreSql;

/// <summary>Servers that callers name: one host, one port, a database, a user with a password, and how to encrypt.</summary>
internal sealed class PostgreSqlBroughtConnections : IBroughtConnections
{
    private const int MaxPool = 20;

    public int DefaultPort => 5432;

    public BroughtConnection? Read(string connectionString, ClientDatabasePolicy policy)
    {
        var given = PostgreSqlStoreProvider.Parse(connectionString);
        // Without them the driver would look for this process's own: in its environment, in ~/.pgpass.
        if (!HostName.IsOne(given.Host) || string.IsNullOrEmpty(given.Database) || string.IsNullOrEmpty(given.Username) || string.IsNullOrEmpty(given.Password))
            return null;
        var kept = new NpgsqlConnectionStringBuilder
        {
            Host = given.Host.ToLowerInvariant(),
            Port = given.Port,
            Database = given.Database,
            Username = given.Username,
            Password = given.Password,
            SslMode = given.SslMode,
        };
        return new(kept.ConnectionString, kept.Host, kept.Port);
    }

    public IDatabase Open(BroughtConnection connection, IPAddress? address, ClientDatabasePolicy policy)
    {
        var seconds = (int)Math.Ceiling(policy.Timeout.TotalSeconds);
        var options = new NpgsqlConnectionStringBuilder(connection.ConnectionString)
        {
            Host = address!.ToString(),
            Timeout = seconds,
            CommandTimeout = seconds,
            MaxPoolSize = MaxPool,
            // Nor may the server ask for this process's own Kerberos ticket.
            RequireAuth = "Password,MD5,ScramSHA256",
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        return PostgreSqlStoreProvider.Open(options.ConnectionString, Secure);

        // The certificate is for the name; none of this process's own is shown.
        void Secure(NpgsqlDataSourceBuilder builder) => builder.UseSslClientAuthenticationOptionsCallback(ssl =>
        {
            ssl.TargetHost = connection.Host;
            ssl.ClientCertificates = null;
            ssl.LocalCertificateSelectionCallback = null;
        });
    }
}
