using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>
/// An update and, where it is asked for, a look at the row that it was about, and at the row of another table that this one
/// refers to, in the same round trip.
/// </summary>
internal sealed record UpdateCall<TRecord, TOther>(Table<TRecord> Table, Condition[] Where, Change[] Changes, Table<TOther>? Other, Statement Statement, SqlDialect Dialect)
    where TRecord : class
    where TOther : class
{
    public Task<Followed<TRecord, TOther>> RunAsync(DbConnection connection, CancellationToken cancellationToken) => Statement switch
    {
        { ReadCondition: < 0 } => ChangeAsync(connection, cancellationToken),
        { Read: null } => ChangeAndReadAsync(connection, cancellationToken),
        _ => ChangeAndReadByBatchAsync(connection, cancellationToken),
    };

    private async Task<Followed<TRecord, TOther>> ChangeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Dialect.CreateCommand(connection, Statement.Sql);
        Bind(command.Parameters);
        return new(new(await command.ExecuteNonQueryAsync(cancellationToken)), null);
    }

    private async Task<Followed<TRecord, TOther>> ChangeAndReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Dialect.CreateCommand(connection, Statement.Sql);
        Bind(command.Parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (row, other) = await ReadAsync(reader, cancellationToken);
        // Drivers add up the counts of a command's statements and promise the sum only once the reader is closed.
        // A SELECT adds nothing to it, so that the sum is the update's own.
        return new(new(reader.RecordsAffected, row), other);
    }

    private async Task<Followed<TRecord, TOther>> ChangeAndReadByBatchAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        Bind(Add(batch, Statement.Sql));
        foreach (var sql in (string?[])[Statement.Read, Statement.Follow])
        {
            if (sql is not null)
                Dialect.Bind(Add(batch, sql), Where.AsSpan(Statement.ReadCondition, 1));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var (row, other) = await ReadAsync(reader, cancellationToken);
        return new(new(batch.BatchCommands[0].RecordsAffected, row), other);
    }

    private async Task<(TRecord? Row, TOther? Other)> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var row = await SqlRecords.ReadAsync(reader, Table, Dialect, cancellationToken);
        var other = Other is not null && await reader.NextResultAsync(cancellationToken) ? await SqlRecords.ReadAsync(reader, Other, Dialect, cancellationToken) : null;
        await reader.CloseAsync();
        return (row, other);
    }

    private static DbParameterCollection Add(DbBatch batch, string sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        batch.BatchCommands.Add(command);
        return command.Parameters;
    }

    private void Bind(DbParameterCollection parameters) => Dialect.Bind(parameters, Where, Dialect.Bind(parameters, Changes));
}
