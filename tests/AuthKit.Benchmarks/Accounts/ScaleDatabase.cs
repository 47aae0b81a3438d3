using System.Data.Common;
using System.Globalization;
using AuthKit.Benchmarks.Requests;
using AuthKit.Databases;
using AuthKit.Hosting;
using AuthKit.PostgreSql;
using AuthKit.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AuthKit.Benchmarks.Accounts;

/// <summary>A database with very many accounts: each was made a minute before the one after it, each hundredth has the role <c>admin</c>, and a thousand were last seen on each day.</summary>
/// <param name="Name">The engine.</param>
/// <param name="Database">It, opened.</param>
/// <param name="ServerProcess">The process that serves its one connection; null where there is none.</param>
internal sealed record ScaleDatabase(string Name, IDatabase Database, int? ServerProcess) : IAsyncDisposable
{
    private const string Columns = "(id, email, normalized_email, email_verified, user_name, normalized_user_name, failed_sign_ins, created_at, version, credential_version, last_seen_on)";
    private const string SessionColumns = "(id, user_id, client_id, scope, handle, created_at, last_used_at, expires_at, absolute_expires_at)";

    public required Func<ValueTask> Remove { get; init; }

    public static async Task<ScaleDatabase> OnSqliteAsync(ScaleOptions options)
    {
        var file = Path.Combine(Path.GetTempPath(), $"authkit-accounts-{Guid.NewGuid():N}.db");
        var database = new SqliteStoreProvider().Open($"Data Source={file}");
        await database.MigrateAsync([AuthKitSchema.Current], default);
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await RunAsync(connection, Text($"""
                WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {options.Count}),
                    names(i, name) AS (SELECT i, printf('%04x%d', (i * 2654435761) % 65536, i) FROM numbers)
                INSERT INTO authkit_users {Columns}
                SELECT randomblob(16), name || '@example.com', name || '@example.com', 1, name, name, 0, 1767268800000000 - i * 60000000, 1, 0, 20000 - i / 1000 FROM names
                """));
            await RunAsync(connection, "INSERT INTO authkit_role_members (role, user_id) SELECT 'admin', id FROM authkit_users WHERE rowid % 100 = 0");
            await RunAsync(connection, Text($"""
                WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {options.Sessions})
                INSERT INTO authkit_sessions {SessionColumns}
                SELECT randomblob(16), (SELECT id FROM authkit_users ORDER BY created_at DESC LIMIT 1), 'app', '', randomblob(16), 1767268800000000, 1767268800000000, 4000000000000000, 4000000000000000 FROM numbers
                """));
            await RunAsync(connection, "ANALYZE");
        }

        return new("SQLite", database, ServerProcess: null)
        {
            Remove = () =>
            {
                SqliteConnection.ClearAllPools();
                foreach (var part in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
                    File.Delete(part);
                return ValueTask.CompletedTask;
            },
        };
    }

    public static async Task<ScaleDatabase> OnPostgreSqlAsync(ScaleOptions options)
    {
        var server = new PostgreSqlServer(options.Server!);
        // One connection, so that one process of the server does all of it.
        var connectionString = $"{await server.CreateDatabaseAsync()};Maximum Pool Size=1";
        var source = NpgsqlDataSource.Create(connectionString);
        var database = new PostgreSqlStoreProvider().Open(connectionString);
        await database.MigrateAsync([AuthKitSchema.Current], default);
        await using (var connection = await source.OpenConnectionAsync())
        {
            await RunAsync(connection, Text($"""
                INSERT INTO authkit_users {Columns}
                SELECT gen_random_uuid(), name || '@example.com', name || '@example.com', true, name, name, 0, timestamptz '2026-01-01T12:00:00Z' - i * interval '1 minute', 1, 0, 20000 - i / 1000
                FROM (SELECT i, lpad(to_hex((i::bigint * 2654435761) % 65536), 4, '0') || i AS name FROM generate_series(1, {options.Count}) i) named
                """));
            await RunAsync(connection, "INSERT INTO authkit_role_members (role, user_id) SELECT 'admin', id FROM (SELECT id, row_number() OVER () AS number FROM authkit_users) numbered WHERE number % 100 = 0");
            await RunAsync(connection, Text($"""
                INSERT INTO authkit_sessions {SessionColumns}
                SELECT gen_random_uuid(), (SELECT id FROM authkit_users ORDER BY created_at DESC LIMIT 1), 'app', '', decode(md5(i::text), 'hex'), now(), now(), timestamptz '2090-01-01', timestamptz '2090-01-01'
                FROM generate_series(1, {options.Sessions}) i
                """));
            await RunAsync(connection, "VACUUM ANALYZE");
        }

        return new("PostgreSQL", database, await ProcessOfAsync(database, source))
        {
            Remove = async () =>
            {
                await source.DisposeAsync();
                await server.DisposeAsync();
            },
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Remove();
    }

    // The one process of this database that is not the asking connection's own.
    private static async Task<int?> ProcessOfAsync(IDatabase database, NpgsqlDataSource source)
    {
        await database.PingAsync(default);
        await using var command = source.CreateCommand("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'");
        return (int?)await command.ExecuteScalarAsync();
    }

    private static string Text(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
