using System.Data.Common;
using AuthKit.Relational.Schemas;
using AuthKit.Stores.Tests.MariaDb;
using AuthKit.Stores.Tests.MySql;
using AuthKit.Stores.Tests.PostgreSql;
using AuthKit.Stores.Tests.Recording;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

/// <summary>An account with no more than the rights at work that docs/stores.md lists, on a schema that the script made.</summary>
/// <param name="user">The driver's word for the user.</param>
/// <param name="create">Makes user 0 with password 1.</param>
/// <param name="grant">Gives user 0 the rights on database 2.</param>
/// <param name="drop">Takes user 0 away.</param>
[TestFixture(typeof(PostgreSqlEngine), "Username", "CREATE ROLE {0} LOGIN PASSWORD '{1}'", "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {0}", "DROP OWNED BY {0}; DROP ROLE {0}")]
[TestFixture(typeof(MySqlEngine), "User ID", "CREATE USER '{0}'@'%' IDENTIFIED BY '{1}'", "GRANT SELECT, INSERT, UPDATE, DELETE ON {2}.* TO '{0}'@'%'", "DROP USER '{0}'@'%'")]
[TestFixture(typeof(MariaDbEngine), "User ID", "CREATE USER '{0}'@'%' IDENTIFIED BY '{1}'", "GRANT SELECT, INSERT, UPDATE, DELETE ON {2}.* TO '{0}'@'%'", "DROP USER '{0}'@'%'")]
public sealed class LeastRightsTests<TEngine>(string user, string create, string grant, string drop) where TEngine : ServerEngine, new()
{
    private readonly TEngine _engine = new();
    private readonly string _name = $"u{Guid.NewGuid().ToString("N")[..16]}";
    private readonly string _password = Guid.NewGuid().ToString("N");
    private string _database = "";

    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        _database = await _engine.CreateDatabaseAsync();
        await _engine.RunAsync(_database, SchemaScript.Write(_engine.Dialect));
        await _engine.RunAsync(_database, Fill(create));
        await _engine.RunAsync(_database, Fill(grant));
    }

    [OneTimeTearDown]
    public async Task DropAsync()
    {
        if (_database.Length > 0)
            await _engine.RunAsync(_database, Fill(drop));
        await _engine.DisposeAsync();
    }

    [Test]
    public async Task Is_enough_for_every_call_whether_or_not_the_schema_is_looked_at()
    {
        var database = _engine.Open(Restricted);
        await database.MigrateAsync(default);
        await PortCalls.MakeAsync(database);
    }

    [Test]
    public void Defines_no_table() =>
        Assert.That(async () => await _engine.RunAsync(Restricted, "CREATE TABLE authkit_more (id int)"), Throws.InstanceOf<DbException>());

    private string Restricted => new DbConnectionStringBuilder { ConnectionString = _database, [user] = _name, ["Password"] = _password }.ConnectionString;

    private string Fill(string statement) => string.Format(null, statement, _name, _password, new DbConnectionStringBuilder { ConnectionString = _database }["Database"]);
}
