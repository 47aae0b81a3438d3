namespace AuthKit.Records;

/// <summary>A kind of row, described once for every engine.</summary>
/// <remarks>
/// The columns are given in the order of the database: those of later versions come last. Names are identifiers of at most
/// 63 letters, digits and underscores; they are written into statements as they are and never come from a request.
/// </remarks>
/// <typeparam name="TRecord">What a row is in the program.</typeparam>
/// <param name="name">The name in the database.</param>
/// <param name="since">The version of the <see cref="Schema"/> that adds the table.</param>
public sealed class Table<TRecord>(string name, int since = 1) : Table(name, since) where TRecord : class
{
    private readonly List<Func<TRecord, Value>> _values = [];
    private int _read;

    /// <inheritdoc/>
    public override Type RecordType => typeof(TRecord);

    /// <summary>Makes the record of a row.</summary>
    public Func<Row, TRecord> Read { get; private set; } = null!;

    /// <summary>What a record has in a column.</summary>
    public Value ValueOf(TRecord record, Column column) => _values[column.Index](record);

    /// <summary>Adds a column of type <see cref="ColumnType.Id"/>.</summary>
    public Column<Guid> Id(string column, Func<TRecord, Guid> get) =>
        Add(column, ColumnType.Id, 0, get, Value.Of, static (row, i) => row.Id(i));

    /// <summary>Adds a column of type <see cref="ColumnType.Id"/> that may be null.</summary>
    public Column<Guid?> IdOrNull(string column, Func<TRecord, Guid?> get, int? since = null) =>
        AddNullable(column, ColumnType.Id, 0, get, static value => value is { } id ? Value.Of(id) : default, static (row, i) => (Guid?)row.Id(i), since);

    /// <summary>Adds a column of type <see cref="ColumnType.Time"/>.</summary>
    public Column<DateTimeOffset> Time(string column, Func<TRecord, DateTimeOffset> get) =>
        Add(column, ColumnType.Time, 0, get, Value.Of, static (row, i) => row.Time(i));

    /// <summary>Adds a column of type <see cref="ColumnType.Time"/> that may be null.</summary>
    public Column<DateTimeOffset?> TimeOrNull(string column, Func<TRecord, DateTimeOffset?> get, int? since = null) =>
        AddNullable(column, ColumnType.Time, 0, get, Value.Of, static (row, i) => row.Time(i), since);

    /// <summary>Adds a column of type <see cref="ColumnType.Text"/>.</summary>
    public Column<string> Text(string column, int length, Func<TRecord, string> get) =>
        Add(column, ColumnType.Text, length, get, Value.Of, static (row, i) => row.Text(i));

    /// <summary>Adds a column of type <see cref="ColumnType.Text"/> that may be null.</summary>
    public Column<string?> TextOrNull(string column, int length, Func<TRecord, string?> get, int? since = null) =>
        AddNullable(column, ColumnType.Text, length, get, Value.Of, static (row, i) => row.Text(i), since);

    /// <summary>Adds a column of type <see cref="ColumnType.ExactText"/>; one that is not read can only be compared.</summary>
    public Column<string> ExactText(string column, int length, Func<TRecord, string> get, bool read = true) =>
        Add(column, ColumnType.ExactText, length, get, Value.Of, static (row, i) => row.Text(i), read: read);

    /// <summary>Adds a column of type <see cref="ColumnType.ExactText"/> that may be null; one that is not read can only be compared.</summary>
    public Column<string?> ExactTextOrNull(string column, int length, Func<TRecord, string?> get, int? since = null, bool read = true) =>
        AddNullable(column, ColumnType.ExactText, length, get, Value.Of, static (row, i) => row.Text(i), since, read);

    /// <summary>Adds a column of type <see cref="ColumnType.Binary"/>.</summary>
    public Column<byte[]> Binary(string column, int length, Func<TRecord, byte[]> get) =>
        Add(column, ColumnType.Binary, length, get, Value.Of, static (row, i) => row.Binary(i));

    /// <summary>Adds a column of type <see cref="ColumnType.Binary"/> that may be null.</summary>
    public Column<byte[]?> BinaryOrNull(string column, int length, Func<TRecord, byte[]?> get, int? since = null) =>
        AddNullable(column, ColumnType.Binary, length, get, Value.Of, static (row, i) => row.Binary(i), since);

    /// <summary>Adds a column of type <see cref="ColumnType.Integer"/>.</summary>
    public Column<int> Integer(string column, Func<TRecord, int> get) =>
        Add(column, ColumnType.Integer, 0, get, static value => Value.Of((long)value), static (row, i) => row.Integer(i));

    /// <summary>Adds a column of type <see cref="ColumnType.Integer"/> that may be null.</summary>
    public Column<int?> IntegerOrNull(string column, Func<TRecord, int?> get, int? since = null) =>
        AddNullable(column, ColumnType.Integer, 0, get, static value => value is { } number ? Value.Of((long)number) : default, static (row, i) => (int?)row.Integer(i), since);

    /// <summary>Adds a column of type <see cref="ColumnType.BigInteger"/>.</summary>
    public Column<long> BigInteger(string column, Func<TRecord, long> get) =>
        Add(column, ColumnType.BigInteger, 0, get, Value.Of, static (row, i) => row.BigInteger(i));

    /// <summary>Adds a column of type <see cref="ColumnType.Boolean"/>.</summary>
    public Column<bool> Boolean(string column, Func<TRecord, bool> get) =>
        Add(column, ColumnType.Boolean, 0, get, Value.Of, static (row, i) => row.Boolean(i));

    /// <summary>Says which columns the primary key is.</summary>
    public void KeyedBy(params Column[] columns) => Key = new(Identifier.Checked($"pk_{Name}"), columns, Unique: true, Since);

    /// <summary>Adds a unique index.</summary>
    /// <returns>The index, which <see cref="IRecords.InsertAsync"/> names where it refuses a row.</returns>
    public TableIndex UniqueBy(params Column[] columns) => AddIndex(columns, unique: true, Since, until: null);

    /// <summary>Adds an index that rows are found by.</summary>
    /// <param name="column">The column.</param>
    /// <param name="since">The version of the schema that adds it; null for the table's own.</param>
    /// <param name="until">The version that takes it away again; null for none.</param>
    public void FoundBy(Column column, int? since = null, int? until = null) => AddIndex([column], unique: false, since ?? Since, until);

    /// <summary>Adds an index of several columns that rows are found by.</summary>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="since">The version of the schema that adds it.</param>
    public void FoundBy(Column[] columns, int since) => AddIndex(columns, unique: false, since, until: null);

    /// <summary>Says whose rows they are (<see cref="Table.Owner"/>).</summary>
    /// <param name="user">The account's id.</param>
    /// <param name="tenant">Where the account lives, in rows of the home database; null for rows that are kept beside the account.</param>
    public void OwnedBy(Column<Guid> user, Column<string>? tenant = null) => Owner = new(user, tenant);

    /// <summary>Says when a row is worth nothing any more.</summary>
    public void LivesFrom(Column bornAt, Column until) => Lifetime = new(bornAt, until);

    /// <summary>Says how the record of a row is made.</summary>
    public void ReadBy(Func<Row, TRecord> read) => Read = read;

    internal override Task<int> DeleteAsync(IRecords records, Condition[] where, int limit, CancellationToken cancellationToken) =>
        records.DeleteAsync(this, where, limit, cancellationToken);

    internal override async Task<List<Value[]>> ListAsync(IRecords records, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) =>
        (await records.ListAsync(this, where, orderBy, limit, cancellationToken)).ConvertAll(record => Array.ConvertAll([.. Columns], column => ValueOf(record, column)));

    private Column<T?> AddNullable<T>(string column, ColumnType type, int length, Func<TRecord, T?> get, Func<T?, Value> toValue, Func<Row, int, T?> readValue, int? since, bool read = true) =>
        Add(column, type, length, get, toValue, (row, i) => row.IsNull(i) ? default : readValue(row, i), since, nullable: true, read);

    private Column<T> Add<T>(string column, ColumnType type, int length, Func<TRecord, T> get, Func<T, Value> toValue, Func<Row, int, T> readValue, int? since = null, bool nullable = false, bool read = true)
    {
        var added = new Column<T>
        {
            Name = Identifier.Checked(column),
            Type = type,
            Length = length,
            Nullable = nullable,
            Since = since ?? Since,
            Index = _values.Count,
            Ordinal = read ? _read++ : -1,
            ToValue = toValue,
            Read = readValue,
        };
        _values.Add(record => toValue(get(record)));
        Add(added);
        return added;
    }
}
