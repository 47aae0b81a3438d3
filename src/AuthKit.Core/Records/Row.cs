namespace AuthKit.Records;

/// <summary>A row as an adapter has read it: the columns that are read, by <see cref="Column.Ordinal"/>.</summary>
public abstract class Row
{
    /// <summary>The value of a column.</summary>
    public T Get<T>(Column<T> column) => column.Read(this, column.Ordinal);

    /// <summary>Whether a column is null.</summary>
    public abstract bool IsNull(int ordinal);

    /// <summary>A column of type <see cref="ColumnType.Id"/>.</summary>
    public abstract Guid Id(int ordinal);

    /// <summary>A column of type <see cref="ColumnType.Time"/>, in UTC.</summary>
    public abstract DateTimeOffset Time(int ordinal);

    /// <summary>A column of type <see cref="ColumnType.Text"/> or <see cref="ColumnType.ExactText"/>.</summary>
    public abstract string Text(int ordinal);

    /// <summary>A column of type <see cref="ColumnType.Binary"/>.</summary>
    public abstract byte[] Binary(int ordinal);

    /// <summary>A column of type <see cref="ColumnType.Integer"/>.</summary>
    public abstract int Integer(int ordinal);

    /// <summary>A column of type <see cref="ColumnType.BigInteger"/>.</summary>
    public abstract long BigInteger(int ordinal);

    /// <summary>A column of type <see cref="ColumnType.Boolean"/>.</summary>
    public abstract bool Boolean(int ordinal);
}
