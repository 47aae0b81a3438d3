using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>An update and, where it is asked for, a look at the row that it was about, in the same round trip.</summary>
internal sealed record UpdateCall<TRecord>(Table<TRecord> Table, Condition[] Where, Change[] Changes, Statement Statement, SqlDialect Dialect) where TRecord : class
{
    public Task<Updated<TRecord>> RunAsync(DbConnection connection, CancellationToken cancellationToken) => Statement switch
    {
        { ReadCondition: < 0 } => ChangeAsync(connection, cancellationToken),
        { Read: null } => ChangeAndReadAsync(connection, cancellationToken),
        _ => ChangeAndReadByBatchAsync(connection, cancellationToken),
    };

    private async Task<Updated<TRecord>> ChangeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Dialect.CreateCommand(connection, Statement.Sql);
        Bind(command.Parameters);
        return new(await command.ExecuteNonQueryAsync(cancellationToken));
    }

    private async Task<Updated<TRecord>> ChangeAndReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Dialect.CreateCommand(connection, Statement.Sql);
        Bind(command.Parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = await SqlRecords.ReadAsync(reader, Table, Dialect, cancellationToken);
        // Drivers add up the counts of a command's statements and promise the sum only once the reader is closed.
        // A SELECT adds nothing to it, so that the sum is the update's own.
        await reader.CloseAsync();
        return new(reader.RecordsAffected, row);
    }

    private async Task<Updated<TRecord>> ChangeAndReadByBatchAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        var update = batch.CreateBatchCommand();
        update.CommandText = Statement.Sql;
        Bind(update.Parameters);
        batch.BatchCommands.Add(update);
        var select = batch.CreateBatchCommand();
        select.CommandText = Statement.Read!;
        Dialect.Bind(select.Parameters, Where.AsSpan(Statement.ReadCondition, 1));
        batch.BatchCommands.Add(select);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var row = await SqlRecords.ReadAsync(reader, Table, Dialect, cancellationToken);
        await reader.CloseAsync();
        return new(update.RecordsAffected, row);
    }

    private void Bind(DbParameterCollection parameters) => Dialect.Bind(parameters, Where, Dialect.Bind(parameters, Changes));
}
