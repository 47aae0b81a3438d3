namespace AuthKit.Records;

/// <summary>A column of one type: conditions on it and changes to it.</summary>
/// <typeparam name="T">The type in the program.</typeparam>
public sealed class Column<T> : Column
{
    internal Column()
    {
    }

    /// <inheritdoc/>
    public override Type ClrType => typeof(T);

    /// <summary>Where the column is null.</summary>
    public Condition IsNull => new(this, Comparison.Null, default);

    internal Func<T, Value> ToValue { get; init; } = null!;

    internal Func<Row, int, T> Read { get; init; } = null!;

    /// <summary>Says which property of the record the column holds, where its name does not; a path such as <c>Profile.Name</c> where it lies deeper.</summary>
    public Column<T> MapsTo(string property)
    {
        Property = property;
        return this;
    }

    /// <summary>Says that the column holds what not even the account's owner is shown (<see cref="Column.IsSecret"/>).</summary>
    public Column<T> Secret()
    {
        IsSecret = true;
        return this;
    }

    /// <summary>Where the column equals the value; text by code point.</summary>
    /// <exception cref="ArgumentNullException">The value is null, which nothing equals; <see cref="IsNull"/> is meant.</exception>
    public Condition Is(T value) => Compared(Comparison.Equal, value);

    /// <summary>Where the column has another value; never where it is null.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Condition IsNot(T value) => Compared(Comparison.NotEqual, value);

    /// <summary>Where the column is less.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Condition Before(T value) => Compared(Comparison.Less, value);

    /// <summary>Where the column is less or equal.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Condition AtMost(T value) => Compared(Comparison.LessOrEqual, value);

    /// <summary>Where the column is greater or equal.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Condition AtLeast(T value) => Compared(Comparison.GreaterOrEqual, value);

    /// <summary>Where the column is greater.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Condition After(T value) => Compared(Comparison.Greater, value);

    /// <summary>Where the column has one of the values; nowhere where there are none.</summary>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public Condition In(params IReadOnlyCollection<T> values) => new(this, Comparison.In, default, [.. values.Select(NotNull)]);

    /// <summary>Sets the column.</summary>
    public Change To(T value) => new(this, Setting.Value, ToValue(value));

    /// <summary>Adds to a number.</summary>
    public Change Plus(long more) => new(this, Setting.Increment, Value.Of(more));

    /// <summary>Sets the column to the value, or to the other column where that is less.</summary>
    public Change ToLesserOf(T value, Column<T> other) => new(this, Setting.Lesser, ToValue(value), other);

    /// <summary>Says that the column's value is the key of a row of another table.</summary>
    /// <param name="table">The other table.</param>
    /// <param name="key">Its column, with a unique index.</param>
    public Reference<TOther> RefersTo<TOther>(Table<TOther> table, Column<T> key) where TOther : class => new(this, table, key);

    private Condition Compared(Comparison comparison, T value) => new(this, comparison, NotNull(value));

    private Value NotNull(T value) => ToValue(value) is { IsNull: false } given ? given : throw new ArgumentNullException(Name);
}
