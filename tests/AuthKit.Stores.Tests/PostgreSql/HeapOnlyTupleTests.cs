using AuthKit.PostgreSql;
using AuthKit.Relational;
using AuthKit.Sessions;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.PostgreSql;

/// <summary>A refresh changes no indexed column, so that PostgreSQL writes no index and leaves nothing there to be vacuumed (a heap-only tuple).</summary>
public sealed class HeapOnlyTupleTests
{
    private const int Refreshes = 20;

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly PostgreSqlEngine _engine = new();

    [OneTimeTearDown]
    public async Task DropDatabaseAsync() => await _engine.DisposeAsync();

    [Test]
    public async Task A_refresh_writes_no_index()
    {
        // One connection, because the server keeps the counts for each until it has a moment.
        await using var source = PostgreSqlStoreProvider.CreateSource($"{await _engine.CreateDatabaseAsync()};Maximum Pool Size=1");
        await using var database = new RelationalDatabase(source, new PostgreSqlDialect());
        await database.MigrateAsync(default);
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            UserId = Guid.CreateVersion7(),
            ClientId = "app",
            Scope = "",
            Handle = new byte[16],
            SecretHash = new byte[32],
            CreatedAt = Now,
            LastUsedAt = Now,
            ExpiresAt = Now.AddDays(14),
            AbsoluteExpiresAt = Now.AddDays(90),
        };
        await database.Sessions.CreateAsync(session, default);
        for (var minutes = 1; minutes <= Refreshes; minutes++)
        {
            var at = Now.AddMinutes(minutes);
            var rotation = new SessionRotation(session.Handle, session.ClientId, session.SecretHash, session.SecretHash, new byte[32], at, at.AddDays(14));
            Assert.That((await database.Sessions.RotateAsync(rotation, default)).Rotated, Is.True);
        }

        Assert.That(await CountAsync("n_tup_upd"), Is.EqualTo(Refreshes));
        Assert.That(await CountAsync("n_tup_hot_upd"), Is.EqualTo(Refreshes));

        async Task<long> CountAsync(string counter)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var flush = connection.CreateCommand();
            flush.CommandText = "SELECT pg_stat_force_next_flush()";
            await flush.ExecuteNonQueryAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {counter} FROM pg_stat_user_tables WHERE relname = 'authkit_sessions'";
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }
}
