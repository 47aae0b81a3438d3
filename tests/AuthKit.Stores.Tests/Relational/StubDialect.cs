using System.Data.Common;
using AuthKit.Records;
using AuthKit.Relational;
using AuthKit.Sqlite;

namespace AuthKit.Stores.Tests.Relational;

/// <summary>SQLite spelled as an engine might that differs wherever a dialect can.</summary>
internal sealed class StubDialect : SqlDialect
{
    private readonly SqliteDialect _sqlite = new();

    public string? Lock { get; init; }

    public string? Unlock { get; init; }

    public override string Name => "Stub";

    public override bool IndexesInTable => true;

    public override string TableOptions => " WITHOUT ROWID";

    public override string? LockSchema => Lock;

    public override string? UnlockSchema => Unlock;

    public override string UniqueUnlessNull(string column) => $" WHERE {column} IS NOT NULL";

    public override string CreateTable(string table) => $"MAKE TABLE {table}";

    public override string CreateIndex(string index, string table, bool unique) => $"MAKE {(unique ? "UNIQUE INDEX" : "INDEX")} {index} OF {table}";

    public override string AddColumn(string table, string column) => $"WIDEN TABLE {table} BY";

    public override string TypeOf(ColumnType type, int length) => length == 0 ? $"{type}" : $"{type}({length})";

    public override string DropIndex(string index, string table) => $"FORGET {index}";

    public override void Bind(DbParameterCollection parameters, int index, ColumnType type, in Value value) => _sqlite.Bind(parameters, index, type, value);

    public override bool IsDuplicateKey(DbException exception) => _sqlite.IsDuplicateKey(exception);
}
