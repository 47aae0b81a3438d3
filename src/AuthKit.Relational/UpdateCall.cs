using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>
/// An update and, where it is asked for, a look at the row that it was about, and at the row of another table that this one
/// refers to, in the same round trip.
/// </summary>
internal sealed record UpdateCall<TRecord>(Table<TRecord> Table, Condition[] Where, Change[] Changes, Statement Statement, SqlDialect Dialect) where TRecord : class
{
    public async Task<Updated<TRecord>> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (Statement.ReadCondition >= 0)
            return (await RunAsync<TRecord>(connection, other: null, cancellationToken)).Updated;
        await using var command = Command(connection);
        return new(await command.ExecuteNonQueryAsync(cancellationToken));
    }

    public Task<Followed<TRecord, TOther>> RunAsync<TOther>(DbConnection connection, Table<TOther>? other, CancellationToken cancellationToken) where TOther : class =>
        Statement.Read is null ? RunCommandAsync(connection, other, cancellationToken) : RunBatchAsync(connection, other, cancellationToken);

    private async Task<Followed<TRecord, TOther>> RunCommandAsync<TOther>(DbConnection connection, Table<TOther>? other, CancellationToken cancellationToken) where TOther : class
    {
        await using var command = Command(connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (row, followed) = await ReadAsync(reader, other, cancellationToken);
        // Drivers add up the counts of a command's statements and promise the sum only once the reader is closed.
        // A SELECT adds nothing to it, so that the sum is the update's own.
        await reader.CloseAsync();
        return new(new(reader.RecordsAffected, row), followed);
    }

    private async Task<Followed<TRecord, TOther>> RunBatchAsync<TOther>(DbConnection connection, Table<TOther>? other, CancellationToken cancellationToken) where TOther : class
    {
        await using var batch = connection.CreateBatch();
        var update = batch.CreateBatchCommand();
        update.CommandText = Statement.Sql;
        Bind(update.Parameters);
        batch.BatchCommands.Add(update);
        AddRead(batch, Statement.Read!);
        if (other is not null)
            AddRead(batch, Statement.Follow!);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var (row, followed) = await ReadAsync(reader, other, cancellationToken);
        await reader.CloseAsync();
        return new(new(update.RecordsAffected, row), followed);
    }

    private async Task<(TRecord? Row, TOther? Followed)> ReadAsync<TOther>(DbDataReader reader, Table<TOther>? other, CancellationToken cancellationToken) where TOther : class
    {
        var row = await SqlRecords.ReadAsync(reader, Table, Dialect, cancellationToken);
        return (row, other is not null && await reader.NextResultAsync(cancellationToken) ? await SqlRecords.ReadAsync(reader, other, Dialect, cancellationToken) : null);
    }

    private void AddRead(DbBatch batch, string sql)
    {
        var read = batch.CreateBatchCommand();
        read.CommandText = sql;
        Dialect.Bind(read.Parameters, Where.AsSpan(Statement.ReadCondition, 1));
        batch.BatchCommands.Add(read);
    }

    private DbCommand Command(DbConnection connection)
    {
        var command = Dialect.CreateCommand(connection, Statement.Sql);
        Bind(command.Parameters);
        return command;
    }

    private void Bind(DbParameterCollection parameters) => Dialect.Bind(parameters, Where, Dialect.Bind(parameters, Changes));
}
