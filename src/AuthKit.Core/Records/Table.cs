namespace AuthKit.Records;

/// <summary>A kind of row: what an adapter needs to know of it.</summary>
public abstract class Table
{
    private readonly List<Column> _columns = [];
    private readonly List<TableIndex> _indexes = [];

    private protected Table(string name, int since) => (Name, Since) = (Identifier.Checked(name), since);

    /// <summary>The name in the database.</summary>
    public string Name { get; }

    /// <summary>What a row is in the program.</summary>
    public abstract Type RecordType { get; }

    /// <summary>The version of the schema that adds it.</summary>
    public int Since { get; }

    /// <summary>Every column, in order.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>The primary key.</summary>
    public TableIndex Key { get; private protected set; } = null!;

    /// <summary>Beside the key; those that a later version takes away among them.</summary>
    public IReadOnlyList<TableIndex> Indexes => _indexes;

    /// <summary>When a row is worth nothing any more; null where rows do not age.</summary>
    public RowLifetime? Lifetime { get; private protected set; }

    /// <summary>Whose rows they are, so that an account's owner can have a copy of them, and they go with the account; null where they belong to no account.</summary>
    public RowOwner? Owner { get; private protected set; }

    /// <summary>The key and the indexes in force that are unique.</summary>
    public IEnumerable<TableIndex> UniqueIndexes => _indexes.Where(static index => index is { Unique: true, Until: null }).Prepend(Key);

    /// <summary>Removes rows without knowing what they are.</summary>
    internal abstract Task<int> DeleteAsync(IRecords records, Condition[] where, int limit, CancellationToken cancellationToken);

    /// <summary>Reads rows without knowing what they are: each by its columns.</summary>
    internal abstract Task<List<Value[]>> ListAsync(IRecords records, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private protected void Add(Column column) => _columns.Add(column);

    private protected TableIndex AddIndex(Column[] columns, bool unique, int since, int? until)
    {
        var index = new TableIndex(Identifier.Checked($"ix_{Name}_{string.Join('_', columns.Select(static column => column.Name))}"), columns, unique, since, until);
        _indexes.Add(index);
        return index;
    }
}

/// <summary>From when to when a row is worth keeping; where an engine removes old rows by itself, it may go by this.</summary>
/// <param name="BornAt">When the row's life begins.</param>
/// <param name="EndsAt">When it ends at the latest, by the same clock.</param>
public sealed record RowLifetime(Column BornAt, Column EndsAt);

/// <summary>The account that a row belongs to.</summary>
/// <param name="User">The column with the account's id.</param>
/// <param name="Tenant">
/// The column that says where the account lives: such rows are kept in the home database. Null where they are kept beside the account.
/// </param>
public sealed record RowOwner(Column<Guid> User, Column<string>? Tenant);
