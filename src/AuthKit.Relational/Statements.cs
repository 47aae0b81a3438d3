using System.Collections.Concurrent;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>The SQL of every shape of call, written once: two calls that differ in their values alone share it.</summary>
internal sealed class Statements(QueryDialect dialect, Func<Table, string>? nameOf = null)
{
    private readonly string _session = dialect.Session;
    private readonly StatementWriter _writer = new(dialect, nameOf);
    private readonly ConcurrentDictionary<Table, string> _inserts = [];
    private readonly ConcurrentDictionary<int[], Statement>.AlternateLookup<ReadOnlySpan<int>> _shapes =
        new ConcurrentDictionary<int[], Statement>(new Shapes()).GetAlternateLookup<ReadOnlySpan<int>>();

    private enum Verb
    {
        Select,
        Update,
        Delete,
    }

    public string Insert(Table table) => _inserts.GetOrAdd(table, static (table, all) => all._session + all._writer.Insert(table), this);

    public string Select(Table table, Condition[] where, Order? orderBy, int limit)
    {
        Span<int> shape = stackalloc int[3 + (2 * where.Length)];
        Head(Verb.Select, table, Number(orderBy), limit, shape);
        Describe(where, shape[3..]);
        return (_shapes.TryGetValue(shape, out var known) ? known : Keep(shape, new(_writer.Select(table, where, orderBy, limit)))).Sql;
    }

    public Statement Update(Table table, Condition[] where, Change[] changes, Column? readBy, Reference? follow = null)
    {
        Span<int> shape = stackalloc int[5 + (2 * (where.Length + changes.Length))];
        Head(Verb.Update, table, readBy?.Number ?? 0, changes.Length, shape);
        (shape[3], shape[4]) = (follow?.Column.Number ?? 0, follow?.Key.Number ?? 0);
        var rest = shape[5..];
        for (var i = 0; i < changes.Length; i++)
            (rest[2 * i], rest[(2 * i) + 1]) = (changes[i].Column.Number, ((changes[i].Other?.Number ?? 0) * 4) + (int)changes[i].Setting);
        Describe(where, rest[(2 * changes.Length)..]);
        return _shapes.TryGetValue(shape, out var known) ? known : Keep(shape, _writer.Update(table, where, changes, readBy, follow));
    }

    public string Delete(Table table, Condition[] where, int limit)
    {
        Span<int> shape = stackalloc int[3 + (2 * where.Length)];
        Head(Verb.Delete, table, 0, limit, shape);
        Describe(where, shape[3..]);
        return (_shapes.TryGetValue(shape, out var known) ? known : Keep(shape, new(_writer.Delete(table, where, limit)))).Sql;
    }

    private static int Number(Order? orderBy) => orderBy is not { } order ? 0 : order.IsDescending ? -order.Column.Number : order.Column.Number;

    private static void Head(Verb verb, Table table, int column, int number, Span<int> shape) =>
        (shape[0], shape[1], shape[2]) = ((table.Key.Columns[0].Number * 4) + (int)verb, column, number);

    private static void Describe(Condition[] conditions, Span<int> shape)
    {
        for (var i = 0; i < conditions.Length; i++)
            (shape[2 * i], shape[(2 * i) + 1]) = (conditions[i].Column.Number, (int)conditions[i].Comparison + (8 * (conditions[i].Values?.Length ?? 0)));
    }

    private Statement Keep(ReadOnlySpan<int> shape, Statement written)
    {
        var statement = written with { Sql = _session + written.Sql };
        _shapes.TryAdd(shape, statement);
        return statement;
    }

    private sealed class Shapes : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(int[] shape) => GetHashCode(shape.AsSpan());

        public int GetHashCode(ReadOnlySpan<int> shape)
        {
            var hash = 17u;
            foreach (var part in shape)
                hash = (hash * 31) ^ (uint)part;
            return (int)hash;
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}
