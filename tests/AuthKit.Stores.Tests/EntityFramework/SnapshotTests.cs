using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>What a host's next migration has in it, when it goes from the release before to this one.</summary>
public sealed class SnapshotTests
{
    [Test]
    public void The_steps_since_then_and_nothing_else()
    {
        using var shop = new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseNpgsql("Host=nowhere.invalid").Options);
        var before = shop.GetService<IModelRuntimeInitializer>().Initialize(((IMutableModel)new Version3Snapshot().Model).FinalizeModel(), designTime: true, validationLogger: null);
        var after = shop.GetService<IDesignTimeModel>().Model;
        var operations = shop.GetService<IMigrationsModelDiffer>().GetDifferences(before.GetRelationalModel(), after.GetRelationalModel());
        Assert.That(operations.Select(Describe), Is.EquivalentTo(new[]
        {
            "drop index ix_authkit_sessions_expires_at",
            "add authkit_sessions.expires_on integer NULL",
            "add authkit_sessions.credential_version integer NULL",
            "add authkit_users.credential_version integer NULL",
            "add authkit_external_logins.proved_at timestamp with time zone NULL",
            "add authkit_external_logins.credential_version integer NULL",
            "add index ix_authkit_external_logins_user_id",
            "add index ix_authkit_sessions_expires_on",
            "add authkit_tenants.engine_name character varying(64) C NULL",
            "add authkit_clients.slow_hash character varying(1024) NULL",
            "add authkit_tenants.brought_from bytea NULL",
            "add authkit_tenants.kept_until timestamp with time zone NULL",
            "add authkit_directory.added_at timestamp with time zone NULL",
            "add table authkit_failed_attempts",
            "add index ix_authkit_failed_attempts_expires_at",
            "add table authkit_feature_schema",
            "add table authkit_outbox",
            "add index ix_authkit_outbox_due_at",
            "add table authkit_mail_recipients",
            "add index ix_authkit_mail_recipients_day_started_at",
            "add authkit_sessions.parent_id uuid NULL",
            "add authkit_sessions.confirmation character varying(64) C NULL",
            "add authkit_sessions.details character varying(4000) NULL",
            "add table authkit_logout_notices",
            "add index ix_authkit_logout_notices_due_at",
            "add authkit_clients.registration_hash bytea NULL",
            "add table authkit_role_members",
            "add index ix_authkit_role_members_user_id",
            "drop index ix_authkit_sessions_user_id",
            "add authkit_sessions.device character varying(128) NULL",
            "add authkit_sessions.address character varying(64) C NULL",
            "add authkit_sessions.name character varying(64) NULL",
            "add index ix_authkit_sessions_user_id_id",
            "add authkit_users.disabled_at timestamp with time zone NULL",
            "add authkit_users.erase_at timestamp with time zone NULL",
            "add authkit_users.roles character varying(1024) NULL",
            "add authkit_users.fields character varying(4000) NULL",
            "add authkit_users.last_seen_on integer NULL",
            "add index ix_authkit_users_created_at",
            "add index ix_authkit_users_last_seen_on",
            "add index ix_authkit_users_erase_at",
            "add row authkit_schema (4, 5, 6)",
        }));
    }

    private static string Describe(MigrationOperation operation) => operation switch
    {
        DropIndexOperation index => $"drop index {index.Name}",
        CreateIndexOperation index => $"add index {index.Name}",
        CreateTableOperation table => $"add table {table.Name}",
        InsertDataOperation rows => $"add row {rows.Table} ({string.Join(", ", rows.Values.Cast<object>())})",
        AddColumnOperation column => string.Join(' ', new[] { $"add {column.Table}.{column.Name}", column.ColumnType, column.Collation, column.IsNullable ? "NULL" : "NOT NULL" }.OfType<string>()),
        _ => operation.ToString()!,
    };
}
