using System.Text;
using AuthKit.Records;

namespace AuthKit.Conformance.InMemory;

/// <summary>Compares values as every engine has to.</summary>
internal static class ValueComparison
{
    public static bool Meets(Value[] row, Condition[] where) => Array.TrueForAll(where, condition => Meets(row[condition.Column.Index], condition));

    public static int Order(Column column, Value[] one, Value[] other) => Order(column, one[column.Index], other[column.Index]);

    public static int Order(Column column, Value one, Value other) => column.Type switch
    {
        _ when one.IsNull || other.IsNull => other.IsNull.CompareTo(one.IsNull),
        ColumnType.Id => one.Id.CompareTo(other.Id),
        ColumnType.Text or ColumnType.ExactText => Encoding.UTF8.GetBytes(one.Text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other.Text)),
        ColumnType.Binary => one.Binary.AsSpan().SequenceCompareTo(other.Binary),
        _ => one.Number.CompareTo(other.Number),
    };

    private static bool Meets(Value value, Condition condition) => condition.Comparison == Comparison.Null ? value.IsNull : !value.IsNull && condition.Comparison switch
    {
        Comparison.Equal => value.Equals(condition.Value),
        Comparison.NotEqual => !value.Equals(condition.Value),
        Comparison.Less => Order(condition.Column, value, condition.Value) < 0,
        Comparison.LessOrEqual => Order(condition.Column, value, condition.Value) <= 0,
        Comparison.GreaterOrEqual => Order(condition.Column, value, condition.Value) >= 0,
        Comparison.Greater => Order(condition.Column, value, condition.Value) > 0,
        _ => Array.Exists(condition.Values!, value.Equals),
    };
}
