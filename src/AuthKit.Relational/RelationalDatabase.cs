using System.Data.Common;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Relational.Schemas;

namespace AuthKit.Relational;

/// <summary>A relational database.</summary>
public sealed class RelationalDatabase : IDatabase
{
    private readonly DbDataSource _source;
    private readonly DbDataSource _writers;
    private readonly SqlExecutor _executor;
    private readonly Migrator _migrator;
    private readonly string? _clock;

    /// <summary>Opens a database; nothing is connected to yet.</summary>
    /// <param name="source">Its connections; disposed with the database.</param>
    /// <param name="dialect">Its engine's dialect.</param>
    /// <param name="writers">The connections to write on, where those are not the same; disposed with the database.</param>
    /// <param name="limit">The longest that a call may take, where the driver is not to mind the time (<see cref="Cancellation.Aside"/>).</param>
    public RelationalDatabase(DbDataSource source, SqlDialect dialect, DbDataSource? writers = null, TimeSpan? limit = null)
    {
        _source = source;
        _writers = writers ?? source;
        _executor = new(_source, _writers, dialect, limit ?? Timeout.InfiniteTimeSpan);
        _migrator = new(source, dialect, limit);
        _clock = dialect.CurrentTime;
        Records = new SqlRecords(_executor, dialect);
    }

    /// <inheritdoc/>
    public IRecords Records { get; }

    /// <inheritdoc/>
    public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => _migrator.MigrateAsync(schemas, cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => _executor.ReadAsync("SELECT 1", static async (connection, sql, cancellationToken) =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindLackAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => _migrator.FindLackAsync(schemas, cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken) => _clock is not { } clock
        ? Task.FromResult<DateTimeOffset?>(null)
        : _executor.ReadAsync(clock, static async (connection, sql, cancellationToken) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(cancellationToken) is DateTime time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : (DateTimeOffset?)null;
        }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writers != _source)
            await _writers.DisposeAsync();
        await _source.DisposeAsync();
    }
}
