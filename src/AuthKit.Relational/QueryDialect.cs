using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>
/// What one engine does differently from the others in the statements of calls, and in the rows that they read. The statements
/// themselves are the same for all: they use no more than the common subset of SQL, without RETURNING, MERGE or ON CONFLICT.
/// </summary>
public abstract class QueryDialect
{
    private const int NamedAhead = 64;

    private static readonly string[] Names = [.. Enumerable.Range(0, NamedAhead).Select(static index => $"@p{index}")];

    /// <summary>How a statement refers to a parameter.</summary>
    /// <param name="index">The parameter's place, from 0.</param>
    public virtual string Placeholder(int index) => index < NamedAhead ? Names[index] : $"@p{index}";

    /// <summary>
    /// Begins what is sent: session settings that statements are written for, where a connection cannot be given them once,
    /// as the driver resets it between two uses. With the blank or line break that follows it.
    /// </summary>
    public virtual string Session => "";

    /// <summary>Whether the driver takes several statements as a batch (<see cref="DbBatch"/>) in one round trip; otherwise one command holds them.</summary>
    public virtual bool Batches => false;

    /// <summary>Reads a column of type <see cref="ColumnType.Id"/>.</summary>
    public virtual Guid ReadId(DbDataReader reader, int ordinal) => new(reader.GetFieldValue<byte[]>(ordinal), bigEndian: true);

    /// <summary>Reads a column of type <see cref="ColumnType.Time"/>.</summary>
    public virtual DateTime ReadTime(DbDataReader reader, int ordinal) => DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc);

    /// <summary>A query that reads at most so many rows.</summary>
    public virtual string SelectSome(string select, int rows) => $"{select} LIMIT {rows}";

    /// <summary>A statement that removes at most so many of the rows that meet a condition, so that no lock is held for long.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The columns of its key, with commas between them.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="rows">The most rows.</param>
    public virtual string DeleteSome(string table, string key, string condition, int rows) =>
        $"DELETE FROM {table} WHERE {condition} AND ({key}) IN (SELECT {key} FROM {table} WHERE {condition} LIMIT {rows})";

    /// <summary>One command of two statements, whose count of affected rows is that of the first.</summary>
    public virtual string UpdateAndSelect(string update, string select) => $"{update};\n{select}";
}
