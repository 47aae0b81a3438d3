using System.Data;
using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>Rows of any kind in SQL: every call is one round trip.</summary>
internal sealed class SqlRecords(SqlExecutor executor, SqlDialect dialect) : IRecords
{
    private readonly Statements _statements = new(dialect);

    public async Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class
    {
        try
        {
            await executor.WriteAsync((Table: table, Record: record, Dialect: dialect, Sql: _statements.Insert(table)), static async (connection, call, cancellationToken) =>
            {
                await using var command = call.Dialect.CreateCommand(connection, call.Sql);
                call.Dialect.Bind(command, call.Table, call.Record);
                return await command.ExecuteNonQueryAsync(cancellationToken);
            }, cancellationToken);
            return null;
        }
        catch (DbException e) when (dialect.IsDuplicateKey(e))
        {
            return dialect.RefusedBy(table, e) ?? await this.FindDuplicateAsync(table, record, certain: true, cancellationToken);
        }
    }

    public Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class =>
        executor.ReadAsync((Table: table, Where: where, Dialect: dialect, Sql: _statements.Select(table, where, orderBy: null, limit: 0)), static async (connection, call, cancellationToken) =>
        {
            await using var command = call.Dialect.CreateCommand(connection, call.Sql);
            call.Dialect.Bind(command.Parameters, call.Where);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken);
            return await ReadAsync(reader, call.Table, call.Dialect, cancellationToken);
        }, cancellationToken);

    public Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class =>
        executor.ReadAsync((Table: table, Where: where, Dialect: dialect, Sql: _statements.Select(table, where, orderBy, limit)), static async (connection, call, cancellationToken) =>
        {
            await using var command = call.Dialect.CreateCommand(connection, call.Sql);
            call.Dialect.Bind(command.Parameters, call.Where);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var row = new SqlRow(reader, call.Dialect);
            var rows = new List<TRecord>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(call.Table.Read(row));
            return rows;
        }, cancellationToken);

    public async Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class =>
        (await UpdateAsync<TRecord, TRecord>(table, where, changes, readBy, follow: null, cancellationToken)).Updated;

    public async Task<Followed<TRecord, TOther>> UpdateAsync<TRecord, TOther>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, Reference<TOther>? follow, CancellationToken cancellationToken)
        where TRecord : class
        where TOther : class
    {
        var call = new UpdateCall<TRecord, TOther>(table, where, changes, follow?.Table, _statements.Update(table, where, changes, readBy, follow), dialect);
        try
        {
            return await executor.WriteAsync(call, static (connection, call, cancellationToken) => call.RunAsync(connection, cancellationToken), cancellationToken);
        }
        catch (DbException e) when (dialect.IsDuplicateKey(e))
        {
            return new(new(0, Duplicate: dialect.RefusedBy(table, e) ?? await this.FindDuplicateAsync(table, where, changes, certain: true, cancellationToken)), null);
        }
    }

    public Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class =>
        executor.WriteAsync((Where: where, Dialect: dialect, Sql: _statements.Delete(table, where, limit)), static async (connection, call, cancellationToken) =>
        {
            await using var command = call.Dialect.CreateCommand(connection, call.Sql);
            call.Dialect.Bind(command.Parameters, call.Where);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }, cancellationToken);

    /// <summary>The row that the reader comes to next, or null.</summary>
    internal static async Task<TRecord?> ReadAsync<TRecord>(DbDataReader reader, Table<TRecord> table, SqlDialect dialect, CancellationToken cancellationToken) where TRecord : class =>
        await reader.ReadAsync(cancellationToken) ? table.Read(new SqlRow(reader, dialect)) : null;
}
