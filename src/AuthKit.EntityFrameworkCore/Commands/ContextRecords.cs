using System.Data.Common;
using AuthKit.Records;
using AuthKit.Relational;

namespace AuthKit.EntityFrameworkCore.Commands;

/// <summary>Rows of any kind through a host's context: AuthKit's own statements, sent by EF Core. Every call is one round trip.</summary>
/// <remarks>
/// Which error says that a key is taken differs from provider to provider, so that after a refusal the row in the way is looked
/// for; a refusal that nothing stands behind goes on as it is.
/// </remarks>
internal sealed class ContextRecords(Contexts contexts) : IRecords
{
    public async Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class
    {
        try
        {
            await RunAsync(table, statements => statements.Insert(table), table.Columns.Select(column => (column, table.ValueOf(record, column))), cancellationToken);
            return null;
        }
        catch (DbException)
        {
            if (await this.FindDuplicateAsync(table, record, certain: false, cancellationToken) is { } duplicate)
                return duplicate;
            throw;
        }
    }

    public async Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class =>
        await ListAsync(table, where, orderBy: null, limit: 1, cancellationToken) is [var row] ? row : null;

    public async Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class =>
        (await RunAsync(table, statements => statements.Select(table, where, orderBy, limit), ValuesOf(where), cancellationToken)).Rows;

    public async Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class
    {
        var values = changes.Select(static change => (change.Column, change.Value)).Concat(ValuesOf(where));
        try
        {
            var (changed, rows) = await RunAsync(table, statements => statements.Update(table, where, changes, readBy).Sql, values, cancellationToken);
            return new(changed, rows is [var row] ? row : null);
        }
        catch (DbException)
        {
            if (await this.FindDuplicateAsync(table, where, changes, certain: false, cancellationToken) is { } duplicate)
                return new(0, Duplicate: duplicate);
            throw;
        }
    }

    public async Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class =>
        (await RunAsync(table, statements => statements.Delete(table, where, limit), ValuesOf(where), cancellationToken)).Changed;

    private Task<(int Changed, List<TRecord> Rows)> RunAsync<TRecord>(Table<TRecord> table, Func<Statements, string> statement, IEnumerable<(Column Column, Value Value)> values, CancellationToken cancellationToken) where TRecord : class =>
        contexts.RunAsync((context, cancellationToken) => context.RunAsync(table, statement, values, cancellationToken), cancellationToken);

    private static IEnumerable<(Column Column, Value Value)> ValuesOf(Condition[] where) => where.SelectMany(static condition => condition.Comparison switch
    {
        Comparison.Null => [],
        Comparison.In => condition.Values!.Select(value => (condition.Column, value)),
        _ => [(condition.Column, condition.Value)],
    });
}
