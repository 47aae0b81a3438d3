using AuthKit.Records;
using AuthKit.Relational;
using AuthKit.Relational.Schemas;
using AuthKit.Sqlite;
using AuthKit.Stores.Tests.Sqlite;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Relational;

public sealed class SchemaTests
{
    [Test]
    public void A_dialect_spells_tables_its_own_way()
    {
        var script = SchemaScript.Write(new StubDialect());
        Assert.That(script, Does.Contain("MAKE TABLE authkit_users (\n    id Id NOT NULL,\n    email Text(320) NOT NULL,\n    normalized_email ExactText(320) NOT NULL,\n"));
        Assert.That(script, Does.Contain("    CONSTRAINT pk_authkit_users PRIMARY KEY (id),\n"));
        Assert.That(script, Does.Contain("    UNIQUE INDEX ix_authkit_users_normalized_email (normalized_email),\n"));
        Assert.That(script, Does.Contain("    UNIQUE INDEX ix_authkit_users_normalized_user_name (normalized_user_name) WHERE normalized_user_name IS NOT NULL\n) WITHOUT ROWID;"));
        Assert.That(script, Does.Contain("WIDEN TABLE authkit_grants BY client_id ExactText(256) NULL;"));
        Assert.That(script, Does.Not.Contain("CREATE").And.Not.Contain("ALTER").And.Not.Contain("DROP"));
        Assert.That(script, Does.Contain("FORGET ix_authkit_sessions_expires_at;"));
    }

    [Test]
    public async Task A_lock_that_is_not_had_stops_the_update_and_is_given_back_all_the_same()
    {
        using var folder = new SqliteFolder();
        var connectionString = $"Data Source={folder.NewPath()}";
        var source = new SqliteDataSource(connectionString);
        await using var database = new RelationalDatabase(source, new StubDialect { Lock = "SELECT 0", Unlock = "CREATE TABLE given_back (x)" });
        Assert.That(() => database.MigrateAsync(default), Throws.InstanceOf<StoreUnavailableException>());
        Assert.That(Tables(connectionString), Is.EqualTo(new[] { "given_back" }));
    }

    private static string[] Tables(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master";
        using var reader = command.ExecuteReader();
        return [.. Names()];

        IEnumerable<string> Names()
        {
            while (reader.Read())
                yield return reader.GetString(0);
        }
    }
}
