using System.Text;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>Writes the statement of a call. Values are parameters always; names are those of the described tables.</summary>
/// <remarks>Parameters are numbered in the order of the statement: the changes first, then the conditions.</remarks>
/// <param name="dialect">The engine.</param>
/// <param name="nameOf">What a table is called where it is not by its bare name.</param>
internal sealed class StatementWriter(QueryDialect dialect, Func<Table, string>? nameOf = null)
{
    private readonly Func<Table, string> _nameOf = nameOf ?? (static table => table.Name);

    public string Insert(Table table)
    {
        var names = string.Join(", ", table.Columns.Select(static column => column.Name));
        var values = string.Join(", ", table.Columns.Select(column => dialect.Placeholder(column.Index)));
        return $"INSERT INTO {_nameOf(table)} ({names}) VALUES ({values})";
    }

    public string Select(Table table, Condition[] where, Order? orderBy, int limit)
    {
        var sql = Select(table, where, first: 0);
        if (orderBy is { } order)
            sql += $" ORDER BY {order.Column.Name}{(order.IsDescending ? " DESC" : "")}";
        return limit > 0 ? dialect.SelectSome(sql, limit) : sql;
    }

    public Statement Update(Table table, Condition[] where, Change[] changes, Column? readBy, Reference? follow = null)
    {
        var settings = string.Join(", ", changes.Select((change, i) => $"{change.Column.Name} = {NewValue(change, dialect.Placeholder(i))}"));
        var update = $"UPDATE {_nameOf(table)} SET {settings} WHERE {Conditions(where, changes.Length)}";
        if (readBy is null)
            return new(update);
        var by = Array.FindIndex(where, condition => condition.Column == readBy && condition.Comparison == Comparison.Equal);
        if (by < 0)
            throw new ArgumentException($"No condition says the value of {readBy.Name}, by which the row is to be read.", nameof(readBy));
        if (dialect.Batches)
            return new(update, Select(table, [where[by]], first: 0), by, follow is null ? null : Follow(table, where[by], follow, place: 0));
        var place = changes.Length + where[..by].Sum(Count);
        var read = Select(table, [where[by]], place);
        return new(dialect.UpdateAndSelect(update, follow is null ? read : $"{read};\n{Follow(table, where[by], follow, place)}"), ReadCondition: by);
    }

    public string Delete(Table table, Condition[] where, int limit) => limit == 0
        ? $"DELETE FROM {_nameOf(table)} WHERE {Conditions(where, first: 0)}"
        : dialect.DeleteSome(_nameOf(table), string.Join(", ", table.Key.Columns.Select(static column => column.Name)), Conditions(where, first: 0), limit);

    private string Select(Table table, Condition[] where, int first) =>
        where.Length == 0 ? Select(table) : $"{Select(table)} WHERE {Conditions(where, first)}";

    private string Select(Table table) =>
        $"SELECT {string.Join(", ", table.Columns.Where(static column => column.Ordinal >= 0).Select(static column => column.Name))} FROM {_nameOf(table)}";

    private string Follow(Table table, Condition by, Reference reference, int place) =>
        $"{Select(reference.Target)} WHERE {reference.Key.Name} = (SELECT {reference.Column.Name} FROM {_nameOf(table)} WHERE {Conditions([by], place)})";

    private string Conditions(Condition[] where, int first)
    {
        if (where.Length == 0)
            throw new ArgumentException("Without a condition every row would be met.", nameof(where));
        var sql = new StringBuilder();
        foreach (var condition in where)
        {
            sql.Append(sql.Length == 0 ? "" : " AND ").Append(condition.Column.Name).Append(Compared(condition, first));
            first += Count(condition);
        }

        return sql.ToString();
    }

    private string Compared(Condition condition, int place) => condition.Comparison switch
    {
        Comparison.Equal => $" = {dialect.Placeholder(place)}",
        Comparison.NotEqual => $" <> {dialect.Placeholder(place)}",
        Comparison.Less => $" < {dialect.Placeholder(place)}",
        Comparison.LessOrEqual => $" <= {dialect.Placeholder(place)}",
        Comparison.Greater => $" > {dialect.Placeholder(place)}",
        Comparison.GreaterOrEqual => $" >= {dialect.Placeholder(place)}",
        Comparison.Null => " IS NULL",
        Comparison.In when condition.Values is [] => " IS NULL AND 1 = 0",
        Comparison.In => $" IN ({string.Join(", ", condition.Values!.Select((_, i) => dialect.Placeholder(place + i)))})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string NewValue(Change change, string value) => change.Setting switch
    {
        Setting.Increment => $"{change.Column.Name} + {value}",
        Setting.Lesser => $"CASE WHEN {change.Other!.Name} < {value} THEN {change.Other.Name} ELSE {value} END",
        _ => value,
    };

    private static int Count(Condition condition) => condition.Comparison switch
    {
        Comparison.Null => 0,
        Comparison.In => condition.Values!.Length,
        _ => 1,
    };
}
