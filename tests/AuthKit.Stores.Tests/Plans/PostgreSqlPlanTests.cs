using System.Globalization;
using System.Text.RegularExpressions;
using AuthKit.PostgreSql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.Golden;
using AuthKit.Stores.Tests.PostgreSql;
using Npgsql;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Plans;

/// <summary>PostgreSQL finds pages of accounts and sessions by an index, in its order where it is not by the beginning of a name.</summary>
public sealed partial class PostgreSqlPlanTests
{
    private static readonly SqlEngine Engine = SqlEngine.All.Single(static engine => engine.Name == "PostgreSql");

    private readonly PostgreSqlEngine _engine = new();
    private NpgsqlDataSource? _source;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        var opened = PostgreSqlStoreProvider.CreateSource(connectionString);
        await using (var database = new RelationalDatabase(opened, new PostgreSqlDialect()))
            await database.MigrateAsync(default);
        _source = NpgsqlDataSource.Create(connectionString);
        // As many that reading them all would cost more, so that the planner's choice says something.
        await RunAsync(_source, """
            INSERT INTO authkit_users (id, email, normalized_email, email_verified, user_name, normalized_user_name, failed_sign_ins, created_at, version, credential_version, last_seen_on)
            SELECT gen_random_uuid(), md5(i::text) || '@example.com', md5(i::text) || '@example.com', true, md5(i::text), md5(i::text), 0, now() - i * interval '1 minute', 1, 0, 20000 - i / 10
            FROM generate_series(1, 20000) i
            """);
        await RunAsync(_source, "INSERT INTO authkit_role_members (role, user_id) SELECT CASE WHEN row_number() OVER () % 2 = 0 THEN 'admin' ELSE 'editor' END, id FROM authkit_users");
        await RunAsync(_source, """
            INSERT INTO authkit_sessions (id, user_id, client_id, scope, handle, created_at, last_used_at, expires_at, absolute_expires_at)
            SELECT gen_random_uuid(), (SELECT id FROM authkit_users LIMIT 1), 'app', '', decode(md5(i::text), 'hex'), now(), now(), now() + interval '1 day', now() + interval '1 day'
            FROM generate_series(1, 20000) i
            """);
        await RunAsync(_source, "ANALYZE");
    }

    [OneTimeTearDown]
    public async Task DropDatabaseAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [TestCaseSource(typeof(AccountQueries), nameof(AccountQueries.All))]
    public async Task A_page_is_found_by_an_index(AccountQueries query)
    {
        var statements = await query.StatementsAsync(Engine);

        Assert.That(statements, Is.Not.Empty);
        foreach (var statement in statements.Where(static statement => !statement.Contains("1 = 0", StringComparison.Ordinal)))
        {
            var plan = await PlanOfAsync(statement);
            Assert.That(plan, Does.Contain("Index").And.Not.Contain("Seq Scan"), statement);
            // The planner cannot know how many names begin so, and sorts what the index has found where it takes them for few.
            Assert.That(plan.Contains("Sort", StringComparison.Ordinal) && !AccountQueries.IsOfOneTime(statement) && !statement.Contains("normalized_", StringComparison.Ordinal), Is.False, plan);
        }
    }

    private async Task<string> PlanOfAsync(string statement)
    {
        await using var connection = await _source!.OpenConnectionAsync();
        await RunAsync(connection, $"SET plan_cache_mode = force_generic_plan; PREPARE asked AS {statement}");
        var places = Place().Matches(statement).Select(static place => int.Parse(place.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN EXECUTE asked{(places == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("NULL", places))})")}";
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await RunAsync(connection, sql);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"\$(?<number>\d+)")]
    private static partial Regex Place();
}
