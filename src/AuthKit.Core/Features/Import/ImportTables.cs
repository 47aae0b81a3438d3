using AuthKit.Records;

namespace AuthKit.Features.Import;

/// <summary>Which accounts were taken in, in the database that they live in.</summary>
internal static class ImportedTable
{
    public static readonly Table<ImportedRow> Rows = new("authkit_imported_accounts");
    public static readonly Column<string> Source = Rows.ExactText("source", 64, static row => row.Source);
    public static readonly Column<string> SourceId = Rows.ExactText("source_id", 255, static row => row.SourceId);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static row => row.UserId);
    public static readonly Column<DateTimeOffset> ClaimedAt = Rows.Time("claimed_at", static row => row.ClaimedAt);
    public static readonly Column<DateTimeOffset?> TakenAt = Rows.TimeOrNull("taken_at", static row => row.TakenAt);

    static ImportedTable()
    {
        Rows.KeyedBy(Source, SourceId);
        Rows.FoundBy(UserId);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new(row.Get(Source), row.Get(SourceId), row.Get(UserId), row.Get(ClaimedAt), row.Get(TakenAt)));
    }
}

/// <summary>How far imports have come, in the database that their accounts live in.</summary>
internal static class ImportCheckpointTable
{
    public static readonly Table<ImportCheckpoint> Rows = new("authkit_imports");
    public static readonly Column<string> Source = Rows.ExactText("source", 64, static row => row.Source);
    public static readonly Column<byte[]> LastLine = Rows.Binary("last_line", 32, static row => row.LastLine);
    public static readonly Column<long> Read = Rows.BigInteger("lines_read", static row => row.Report.Read);
    public static readonly Column<long> Taken = Rows.BigInteger("accounts_taken", static row => row.Report.Taken);
    public static readonly Column<long> AlreadyThere = Rows.BigInteger("accounts_there", static row => row.Report.AlreadyThere);
    public static readonly Column<long> Refused = Rows.BigInteger("accounts_refused", static row => row.Report.Refused);
    public static readonly Column<DateTimeOffset> WrittenAt = Rows.Time("written_at", static row => row.WrittenAt);

    static ImportCheckpointTable()
    {
        Rows.KeyedBy(Source);
        Rows.ReadBy(static row => new(row.Get(Source), row.Get(LastLine), new(row.Get(Read), row.Get(Taken), row.Get(AlreadyThere), row.Get(Refused)), row.Get(WrittenAt)));
    }
}

/// <summary>Both, which a host that imports nothing does not have.</summary>
internal static class ImportSchema
{
    public static Schema Current { get; } = new("authkit_import", 1, [ImportedTable.Rows, ImportCheckpointTable.Rows]);
}
