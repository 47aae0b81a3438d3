namespace AuthKit.Records;

/// <summary>A column of a <see cref="Records.Table"/>, for any engine.</summary>
public abstract class Column
{
    private static int s_columns;

    private protected Column()
    {
    }

    /// <summary>The name in the database.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>The most UTF-16 units of text, or bytes; 0 for other types.</summary>
    public int Length { get; init; }

    /// <summary>Whether it may be null.</summary>
    public bool Nullable { get; init; }

    /// <summary>The version of the schema that adds it. A column added to a table that was released is nullable, because nodes of the release before do not write it.</summary>
    public required int Since { get; init; }

    /// <summary>The place among the table's columns.</summary>
    public required int Index { get; init; }

    /// <summary>The place among the columns that are read; -1 for one that is only compared.</summary>
    public required int Ordinal { get; init; }

    /// <summary>
    /// The property of the record that the column holds, by its path, for adapters that map properties: by default the name
    /// in Pascal case. Where the record has none there, the column is computed.
    /// </summary>
    public string Property
    {
        get => field ?? string.Concat(Name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
        private protected set;
    }

    /// <summary>A number that no other column of any table has: what adapters tell the shapes of calls apart by.</summary>
    public int Number { get; } = Interlocked.Increment(ref s_columns);

    /// <summary>Whether it holds what not even the account's owner is shown: a hash, a sealed secret. A copy of a person's rows leaves it out.</summary>
    public bool IsSecret { get; private protected set; }

    /// <summary>The descending order of the column: the greatest first.</summary>
    public Order Descending => new(this, IsDescending: true);

    /// <summary>The column's type in the program.</summary>
    public abstract Type ClrType { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
