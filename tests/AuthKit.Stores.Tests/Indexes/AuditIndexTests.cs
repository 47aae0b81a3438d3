using AuthKit.Features.AuditLog;
using AuthKit.Hosting;
using AuthKit.Stores.Tests.MariaDb;
using AuthKit.Stores.Tests.PostgreSql;
using AuthKit.Stores.Tests.Servers;
using AuthKit.Stores.Tests.Sqlite;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Indexes;

/// <summary>However an administrator asks, the audit log answers by an index whose order is that of the page: nothing is sorted, and no page costs more with the age of the log.</summary>
[TestFixture(typeof(SqliteEngine))]
[TestFixture(typeof(PostgreSqlEngine))]
[TestFixture(typeof(MariaDbEngine))]
public sealed class AuditIndexTests<TEngine> where TEngine : TestEngine, new()
{
    private static readonly Guid Some = new("019b7a1c-9c00-7000-8000-000000000000");

    private TEngine _engine = null!;
    private string _database = "";

    private string Id => _engine is PostgreSqlEngine ? $"'{Some}'" : $"X'{Some:N}'";

    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        _engine = new();
        _database = await _engine.CreateDatabaseAsync();
        await _engine.Open(_database).MigrateAsync([AuthKitSchema.Current, AuditLogSchema.Current], default);
    }

    [OneTimeTearDown]
    public async Task RemoveAsync() => await _engine.DisposeAsync();

    [TestCase("user_id = {id} AND tenant = ''", "ix_authkit_audit_user_id_tenant_id")]
    [TestCase("user_id = {id} AND tenant = '' AND id < {id}", "ix_authkit_audit_user_id_tenant_id")]
    [TestCase("event = 'SignedIn' AND id < {id}", "ix_authkit_audit_event_id")]
    [TestCase("client_id = 'shop' AND id >= {id}", "ix_authkit_audit_client_id_id")]
    [TestCase("address = '127.0.0.1' AND id < {id}", "ix_authkit_audit_address_id")]
    public async Task A_page_is_read_in_the_order_of_an_index(string where, string index)
    {
        var plan = await PlanAsync($"SELECT id, happened_at FROM authkit_audit WHERE {where.Replace("{id}", Id)} ORDER BY id DESC LIMIT 51");

        Assert.That(plan, Does.Contain(index));
        Assert.That(plan, Does.Not.Contain("Sort").And.Not.Contain("TEMP B-TREE").And.Not.Contain("\"using_filesort\": true").And.Not.Contain("\"filesort\""), plan);
    }

    [TestCase("DELETE FROM authkit_audit WHERE id < {id}")]
    [TestCase("SELECT id FROM authkit_audit WHERE id >= {id} AND id < {id} ORDER BY id DESC LIMIT 51")]
    public async Task A_time_alone_reads_the_key(string statement)
    {
        var plan = await PlanAsync(statement.Replace("{id}", Id));

        Assert.That(plan, Does.Contain("pk_authkit_audit").Or.Contain("PRIMARY").Or.Contain("sqlite_autoindex_authkit_audit_1").Or.Contain("USING PRIMARY KEY").Or.Contain("Impossible WHERE").Or.Contain("no matching row"), plan);
        Assert.That(plan, Does.Not.Contain("Seq Scan").And.Not.Contain("SCAN authkit_audit"), plan);
    }

    private async Task<string> PlanAsync(string statement) => _engine switch
    {
        // Of a table without rows, reading all of it is the cheapest: the question is what it would do with many.
        PostgreSqlEngine server => string.Join('\n', await server.RunAsync(_database, $"SET enable_seqscan = off; SET enable_bitmapscan = off; EXPLAIN {statement}")),
        ServerEngine server => string.Join('\n', await server.RunAsync(_database, $"EXPLAIN FORMAT=JSON {statement}")),
        _ => Read(statement),
    };

    private string Read(string statement)
    {
        using var connection = new SqliteConnection(_database + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }
}
