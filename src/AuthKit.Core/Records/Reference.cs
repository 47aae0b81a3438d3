namespace AuthKit.Records;

/// <summary>A column whose value is another row's key. No foreign key: a row may refer to what is not there.</summary>
public abstract class Reference
{
    private protected Reference(Column column, Column key) => (Column, Key) = (column, key);

    /// <summary>The column that refers.</summary>
    public Column Column { get; }

    /// <summary>The column that is referred to, with a unique index.</summary>
    public Column Key { get; }

    /// <summary>The table that is referred to.</summary>
    public abstract Table Target { get; }
}

/// <summary>A column whose value is the key of a row of <typeparamref name="TOther"/>.</summary>
public sealed class Reference<TOther> : Reference where TOther : class
{
    internal Reference(Column column, Table<TOther> table, Column key) : base(column, key) => Table = table;

    /// <summary>The table that is referred to.</summary>
    public Table<TOther> Table { get; }

    /// <inheritdoc/>
    public override Table Target => Table;
}
