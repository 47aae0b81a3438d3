using AuthKit.MySql;
using AuthKit.PostgreSql;
using AuthKit.SqlServer;
using AuthKit.Databases.Brought;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

/// <summary>What is left of strangers' connection strings, by the drivers' own parsers. No server is needed.</summary>
public sealed class BroughtConnectionsTests
{
    private const string PostgreSql = "PSGSQL";
    private const string MySql = "MYSQL";
    private const string SqlServer = "MSSQL";

    private static readonly ClientDatabasePolicy Policy = new();

    [TestCase(PostgreSql, "Host=DB.example.com;Database=a;Username=u;Password=p", "db.example.com", 5432)]
    [TestCase(PostgreSql, "Server=db.example.com;Port=6432;Database=a;User ID=u;Pwd=p;SSL Mode=VerifyFull", "db.example.com", 6432)]
    [TestCase(MySql, "Server=db.example.com;Database=a;User ID=u;Password=p", "db.example.com", 3306)]
    [TestCase(MySql, "Data Source=db.example.com;Port=3307;Initial Catalog=a;Uid=u;Pwd=p", "db.example.com", 3307)]
    [TestCase(SqlServer, "Server=db.example.com;Database=a;User ID=u;Password=p", "db.example.com", 1433)]
    [TestCase(SqlServer, "Data Source=tcp:db.example.com,1434;Initial Catalog=a;UID=u;PWD=p", "db.example.com", 1434)]
    public void Reads_a_server_in_any_spelling(string engine, string connectionString, string host, int port)
    {
        var connection = Of(engine).Read(connectionString, Policy);
        Assert.That((connection?.Host?.ToLowerInvariant(), connection?.Port), Is.EqualTo((host, port)));
    }

    [TestCase(PostgreSql, "Database=a;Password=p;User ID=u;Host=db.example.com", "host=DB.EXAMPLE.COM;Port=5432;Username=u;Password=p;Database=a")]
    [TestCase(MySql, "Database=a;Password=p;User ID=u;Server=db.example.com", "server=DB.EXAMPLE.COM;Port=3306;uid=u;pwd=p;Database=a")]
    [TestCase(SqlServer, "Database=a;Password=p;User ID=u;Server=db.example.com", "server=tcp:DB.EXAMPLE.COM,1433;uid=u;pwd=p;Database=a")]
    public void The_same_in_other_words_gives_the_same(string engine, string one, string other) =>
        Assert.That(Of(engine).Read(one, Policy), Is.EqualTo(Of(engine).Read(other, Policy)).And.Not.Null);

    [TestCase(PostgreSql, "Passfile=/etc/passwd")]
    [TestCase(PostgreSql, "Root Certificate=/etc/passwd")]
    [TestCase(PostgreSql, "SSL Certificate=/etc/passwd;SSL Key=/etc/passwd;SSL Password=x")]
    [TestCase(PostgreSql, "Kerberos Service Name=x;Include Realm=true")]
    [TestCase(PostgreSql, "Options=-c x=y;Search Path=x")]
    [TestCase(PostgreSql, "Include Error Detail=true;Log Parameters=true")]
    [TestCase(PostgreSql, "Timeout=1024;Command Timeout=9999;Cancellation Timeout=9999;Keepalive=9")]
    [TestCase(PostgreSql, "Minimum Pool Size=100;Maximum Pool Size=1000")]
    [TestCase(PostgreSql, "Persist Security Info=true;Enlist=true")]
    [TestCase(MySql, "AllowLoadLocalInfile=true;AllowLoadLocalInfileInPath=/etc")]
    [TestCase(MySql, "ConnectionProtocol=unix")]
    [TestCase(MySql, "CertificateFile=/etc/passwd;CertificatePassword=x")]
    [TestCase(MySql, "AllowUserVariables=true;AllowBatch=true")]
    [TestCase(MySql, "Connection Timeout=9999;Default Command Timeout=9999")]
    [TestCase(MySql, "Maximum Pool Size=1000;Minimum Pool Size=100")]
    [TestCase(SqlServer, "AttachDbFilename=/etc/passwd")]
    [TestCase(SqlServer, "Failover Partner=127.0.0.1")]
    [TestCase(SqlServer, "Application Name=x;Workstation ID=x")]
    [TestCase(SqlServer, "Enclave Attestation Url=http://169.254.169.254/")]
    [TestCase(SqlServer, "MultiSubnetFailover=true;ApplicationIntent=ReadOnly")]
    [TestCase(SqlServer, "Connect Timeout=9999;Max Pool Size=1000;Min Pool Size=100")]
    public void Every_other_option_is_dropped_or_refused(string engine, string more)
    {
        var plain = (engine is PostgreSql ? "Host" : "Server") + "=db.example.com;Database=a;User ID=u;Password=p";
        string? left;
        try
        {
            left = Of(engine).Read($"{plain};{more}", Policy)?.ConnectionString;
        }
        catch (ArgumentException)
        {
            return;
        }

        Assert.That(left, Is.EqualTo(Of(engine).Read(plain, Policy)!.ConnectionString));
    }

    [TestCase(PostgreSql, "Host=/var/run/postgresql;Database=a;Username=u;Password=p", Description = "a socket")]
    [TestCase(PostgreSql, "Host=@abstract;Database=a;Username=u;Password=p", Description = "an abstract socket")]
    [TestCase(PostgreSql, "Host=db.example.com,127.0.0.1;Database=a;Username=u;Password=p", Description = "two hosts")]
    [TestCase(PostgreSql, "Host=db.example.com:22;Database=a;Username=u;Password=p", Description = "a port in the host")]
    [TestCase(PostgreSql, "Host=::1;Database=a;Username=u;Password=p")]
    [TestCase(PostgreSql, "Host=db.example.com;Database=a;Username=u", Description = "the password would come from this process's own")]
    [TestCase(PostgreSql, "Host=db.example.com;Database=a;Password=p", Description = "the user, too")]
    [TestCase(PostgreSql, "Host=db.example.com;Username=u;Password=p", Description = "the database, too")]
    [TestCase(MySql, "Server=/var/run/mysqld.sock;Database=a;User ID=u;Password=p", Description = "a socket")]
    [TestCase(MySql, "Server=.;Database=a;User ID=u;Password=p", Description = "a pipe")]
    [TestCase(MySql, "Server=db.example.com,127.0.0.1;Database=a;User ID=u;Password=p", Description = "two hosts")]
    [TestCase(MySql, "Server=\\\\server\\pipe;Database=a;User ID=u;Password=p", Description = "a share")]
    [TestCase(MySql, "Server=db.example.com;Database=a;User ID=u", Description = "no password")]
    [TestCase(MySql, "Server=db.example.com;User ID=u;Password=p", Description = "no database")]
    [TestCase(SqlServer, "Server=np:\\\\db.example.com\\pipe\\sql\\query;Database=a;User ID=u;Password=p", Description = "a pipe")]
    [TestCase(SqlServer, "Server=\\\\db.example.com\\pipe\\sql\\query;Database=a;User ID=u;Password=p", Description = "a pipe")]
    [TestCase(SqlServer, "Server=lpc:db;Database=a;User ID=u;Password=p", Description = "shared memory")]
    [TestCase(SqlServer, "Server=admin:db.example.com;Database=a;User ID=u;Password=p", Description = "the administrators' connection")]
    [TestCase(SqlServer, "Server=(localdb)\\MSSQLLocalDB;Database=a;User ID=u;Password=p", Description = "a local database")]
    [TestCase(SqlServer, "Server=.;Database=a;User ID=u;Password=p", Description = "this machine")]
    [TestCase(SqlServer, "Server=db.example.com\\instance;Database=a;User ID=u;Password=p", Description = "an instance, asked for on another port")]
    [TestCase(SqlServer, "Server=db.example.com,1433,22;Database=a;User ID=u;Password=p")]
    [TestCase(SqlServer, "Server=db.example.com,x;Database=a;User ID=u;Password=p")]
    [TestCase(SqlServer, "Server=db.example.com;Database=a;Integrated Security=true", Description = "this process's own account")]
    [TestCase(SqlServer, "Server=db.example.com;Database=a;Authentication=Active Directory Integrated", Description = "this process's own account")]
    public void What_is_not_one_server_with_the_caller_s_own_credentials_is_refused(string engine, string connectionString) =>
        Assert.That(Of(engine).Read(connectionString, Policy), Is.Null);

    private static IBroughtConnections Of(string engine) => engine switch
    {
        PostgreSql => new PostgreSqlStoreProvider().BroughtConnections,
        MySql => new MySqlStoreProvider().BroughtConnections,
        _ => new SqlServerStoreProvider().BroughtConnections,
    };
}
