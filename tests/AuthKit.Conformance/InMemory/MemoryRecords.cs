using AuthKit.Records;

namespace AuthKit.Conformance.InMemory;

/// <summary>Rows of any kind in memory; one lock makes every call atomic.</summary>
internal sealed class MemoryRecords : IRecords
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Table, List<Value[]>> _tables = [];

    public Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class =>
        DoAsync(table, rows =>
        {
            Value[] row = [.. table.Columns.Select(column => table.ValueOf(record, column))];
            var duplicate = Duplicate(table, rows, row);
            if (duplicate is null)
                rows.Add(row);
            return duplicate;
        }, cancellationToken);

    public Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class =>
        DoAsync(table, rows => Read(table, rows.Find(row => ValueComparison.Meets(row, where))), cancellationToken);

    public Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class =>
        DoAsync(table, rows =>
        {
            var met = rows.Where(row => ValueComparison.Meets(row, where));
            if (orderBy is { } order)
                met = met.Order(Comparer<Value[]>.Create((one, other) => order.IsDescending ? ValueComparison.Order(order.Column, other, one) : ValueComparison.Order(order.Column, one, other)));
            return met.Take(limit == 0 ? int.MaxValue : limit).Select(row => Read(table, row)!).ToList();
        }, cancellationToken);

    public Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class =>
        DoAsync(table, rows =>
        {
            var changed = 0;
            for (var i = 0; i < rows.Count; i++)
            {
                if (!ValueComparison.Meets(rows[i], where))
                    continue;
                var row = Changed(rows[i], changes);
                if (Duplicate(table, rows.Where(other => other != rows[i]), row) is { } duplicate)
                    return new(0, Duplicate: duplicate);
                rows[i] = row;
                changed++;
            }

            return new Updated<TRecord>(changed, readBy is null ? null : Read(table, rows.Find(row => ValueComparison.Meets(row, [Array.Find(where, condition => condition.Column == readBy)]))));
        }, cancellationToken);

    public Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class =>
        DoAsync(table, rows =>
        {
            var removed = 0;
            return rows.RemoveAll(row => (limit == 0 || removed < limit) && ValueComparison.Meets(row, where) && ++removed > 0);
        }, cancellationToken);

    private Task<TResult> DoAsync<TResult>(Table table, Func<List<Value[]>, TResult> operation, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<TResult>(cancellationToken);
        lock (_lock)
        {
            if (!_tables.TryGetValue(table, out var rows))
                _tables.Add(table, rows = []);
            return Task.FromResult(operation(rows));
        }
    }

    private static TRecord? Read<TRecord>(Table<TRecord> table, Value[]? row) where TRecord : class => row is null ? null : table.Read(new MemoryRow(table, row));

    private static TableIndex? Duplicate(Table table, IEnumerable<Value[]> others, Value[] row) => table.UniqueIndexes
        .FirstOrDefault(index => others.Any(other => Array.TrueForAll(index.Columns, column => other[column.Index].Equals(row[column.Index]))));

    private static Value[] Changed(Value[] row, Change[] changes)
    {
        Value[] changed = [.. row];
        foreach (var (column, setting, value, other) in changes)
        {
            changed[column.Index] = setting switch
            {
                Setting.Increment => Value.Sum(row[column.Index], value),
                Setting.Lesser when !row[other!.Index].IsNull && ValueComparison.Order(other, row[other.Index], value) < 0 => row[other.Index],
                _ => value,
            };
        }

        return changed;
    }
}
