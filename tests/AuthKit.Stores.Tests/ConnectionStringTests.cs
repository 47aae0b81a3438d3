using AuthKit.Databases;
using AuthKit.MySql;
using AuthKit.PostgreSql;
using AuthKit.SqlServer;
using NUnit.Framework;

namespace AuthKit.Stores.Tests;

/// <summary>What becomes of a host's connection string on its way to a driver.</summary>
public sealed class ConnectionStringTests
{
    private static IStoreProvider Provider(string engine) => engine switch
    {
        "PostgreSql" => new PostgreSqlStoreProvider(),
        "MySql" => new MySqlStoreProvider(),
        _ => new SqlServerStoreProvider(),
    };

    private static string Completed(string engine, string connectionString) => engine switch
    {
        "PostgreSql" => PostgreSqlStoreProvider.CreateSource(connectionString).ConnectionString,
        "MySql" => MySqlStoreProvider.CreateSource(connectionString).ConnectionString,
        _ => SqlServerStoreProvider.CreateSource(connectionString).ConnectionString,
    };

    [TestCase("PostgreSql", "")]
    [TestCase("PostgreSql", "s3cret")]
    [TestCase("PostgreSql", "Host=a;s3cret=1")]
    [TestCase("PostgreSql", "Host=a;Port=s3cret")]
    [TestCase("MySql", "s3cret")]
    [TestCase("MySql", "Server=a;s3cret=1")]
    [TestCase("MySql", "Server=a;Port=s3cret")]
    [TestCase("MySql", "Server=a;Connection Timeout=s3cret")]
    [TestCase("SqlServer", "")]
    [TestCase("SqlServer", "s3cret")]
    [TestCase("SqlServer", "Server=a;s3cret=1")]
    [TestCase("SqlServer", "Server=a;Connect Timeout=s3cret")]
    public void Another_engine_s_is_refused_without_repeating_it(string engine, string connectionString) =>
        Assert.That(() => Provider(engine).Open(connectionString), Throws.ArgumentException.With.Message.Not.Contains("s3cret").And.InnerException.Null);

    [TestCase("PostgreSql", "Host=a", "Timeout=5;", "Command Timeout=15;", "Enlist=False", "Include Error Detail=False")]
    [TestCase("MySql", "Server=a", "Connection Timeout=5;", "Default Command Timeout=15;", "Auto Enlist=False", "Character Set=utf8mb4")]
    [TestCase("SqlServer", "Server=a", "Connect Timeout=5;", "Command Timeout=15", "Enlist=False", "Application Name=AuthKit")]
    public void What_is_not_said_is_added(string engine, string connectionString, params string[] added)
    {
        foreach (var part in added)
            Assert.That(Completed(engine, connectionString) + ";", Does.Contain(part).IgnoreCase);
    }

    [TestCase("PostgreSql", "Host=a;Timeout=7;Command Timeout=8")]
    [TestCase("MySql", "Server=a;ConnectionTimeout=7;DefaultCommandTimeout=8")]
    [TestCase("SqlServer", "Server=a;Connection Timeout=7;Command Timeout=8")]
    public void What_is_said_stays(string engine, string connectionString) =>
        Assert.That(Completed(engine, connectionString), Does.Match("(?i)timeout=7.*command ?timeout=8|command ?timeout=8.*timeout=7"));

    [TestCase("Server=a;CharSet=latin1;Old Guids=true;AllowLoadLocalInfile=true")]
    public void What_would_spoil_ids_or_text_is_taken_away(string connectionString)
    {
        var completed = Completed("MySql", connectionString);
        Assert.That(completed, Does.Not.Contain("latin1").And.Not.Contain("Old Guids=True").IgnoreCase);
        Assert.That(completed, Does.Contain("Allow Load Local Infile=False").IgnoreCase);
    }
}
