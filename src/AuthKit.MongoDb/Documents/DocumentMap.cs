using System.Collections.Frozen;
using AuthKit.Records;
using MongoDB.Bson;

namespace AuthKit.MongoDb.Documents;

/// <summary>
/// Where a table's columns are in its documents. The key is <c>_id</c>: the value of its column, or a document of them where it
/// has several. The others are fields of their own name, which are not there where the column is null.
/// </summary>
internal sealed class DocumentMap
{
    public const string Key = "_id";

    private readonly string[] _paths;
    private readonly Column[] _key;
    private readonly Column[] _fields;
    private readonly TableIndex[] _unique;
    private readonly RowLifetime? _lifetime;

    public DocumentMap(Table table)
    {
        _key = table.Key.Columns;
        _fields = [.. table.Columns.Except(_key)];
        _unique = [.. table.UniqueIndexes];
        _lifetime = table.Lifetime;
        _paths = [.. table.Columns.Select(column => !_key.Contains(column) ? column.Name : _key.Length == 1 ? Key : $"{Key}.{column.Name}")];
        Read = table.Columns.Count(static column => column.Ordinal >= 0);
        KeyOrdinal = _key.Length == 1 ? _key[0].Ordinal : null;
        Ordinals = table.Columns.Where(static column => column.Ordinal >= 0).ToFrozenDictionary(static column => column.Name, static column => column.Ordinal);
    }

    /// <summary>How many columns are read.</summary>
    public int Read { get; }

    /// <summary>The place of the key's column among those that are read; null where the key has several.</summary>
    public int? KeyOrdinal { get; }

    /// <summary>The places of the columns that are read, by name.</summary>
    public FrozenDictionary<string, int> Ordinals { get; }

    public string Path(Column column) => _paths[column.Index];

    public BsonDocument Document<TRecord>(Table<TRecord> table, TRecord record) where TRecord : class
    {
        var document = new BsonDocument(Key, KeyOf(table, record));
        foreach (var column in _fields)
        {
            if (table.ValueOf(record, column) is { IsNull: false } value)
                document.Add(column.Name, BsonValues.Of(column, value));
        }

        if (_lifetime is { BornAt: var bornAt, EndsAt: var endsAt })
            document.Add(Purging.Field, Purging.After(table.ValueOf(record, bornAt).Time, table.ValueOf(record, endsAt).Time));
        return document;
    }

    /// <summary>Whether no two rows can meet the conditions: they say the value of each column of a unique index.</summary>
    public bool NameOne(Condition[] where) => Array.Exists(_unique, index =>
        Array.TrueForAll(index.Columns, column => Array.Exists(where, condition => condition.Column == column && condition.Comparison == Comparison.Equal)));

    /// <summary>Whether a change moves the end that <see cref="Purging"/> went by.</summary>
    public bool MovesEnd(Change change) => _lifetime is not null && change.Column == _lifetime.EndsAt;

    /// <summary>The fields in the order of the key's columns: two documents are equal only where that is the same.</summary>
    private BsonValue KeyOf<TRecord>(Table<TRecord> table, TRecord record) where TRecord : class => _key is [var only]
        ? BsonValues.Of(only, table.ValueOf(record, only))
        : new BsonDocument(_key.Select(column => new BsonElement(column.Name, BsonValues.Of(column, table.ValueOf(record, column)))));
}
