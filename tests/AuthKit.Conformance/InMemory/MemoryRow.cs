using AuthKit.Records;

namespace AuthKit.Conformance.InMemory;

internal sealed class MemoryRow(Table table, Value[] row) : Row
{
    private readonly Value[] _read = [.. table.Columns.Where(static column => column.Ordinal >= 0).Select(column => row[column.Index])];

    public override bool IsNull(int ordinal) => _read[ordinal].IsNull;

    public override Guid Id(int ordinal) => _read[ordinal].Id;

    public override DateTimeOffset Time(int ordinal) => _read[ordinal].Time;

    public override string Text(int ordinal) => _read[ordinal].Text;

    public override byte[] Binary(int ordinal) => _read[ordinal].Binary;

    public override int Integer(int ordinal) => (int)_read[ordinal].Number;

    public override long BigInteger(int ordinal) => _read[ordinal].Number;

    public override bool Boolean(int ordinal) => _read[ordinal].Boolean;
}
