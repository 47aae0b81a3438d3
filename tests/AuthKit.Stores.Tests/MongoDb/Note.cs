using AuthKit.Records;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>A row of every type there is, in a table that no adapter has heard of.</summary>
internal sealed record Note(Guid Id, string Title, string? Slug, byte[] Hash, int Places, long Revision, bool Public, DateTimeOffset WrittenAt, DateTimeOffset EndsAt, DateTimeOffset? ReadAt)
{
    public static readonly Table<Note> Rows = new("notes");
    public static readonly Column<Guid> ById = Rows.Id("id", static note => note.Id);
    public static readonly Column<string> ByTitle = Rows.Text("title", 100, static note => note.Title);
    public static readonly Column<string?> BySlug = Rows.ExactTextOrNull("slug", 100, static note => note.Slug);
    public static readonly Column<byte[]> ByHash = Rows.Binary("hash", 16, static note => note.Hash);
    public static readonly Column<int> ByPlaces = Rows.Integer("places", static note => note.Places);
    public static readonly Column<long> ByRevision = Rows.BigInteger("revision", static note => note.Revision);
    public static readonly Column<bool> ByPublic = Rows.Boolean("public", static note => note.Public);
    public static readonly Column<DateTimeOffset> ByWrittenAt = Rows.Time("written_at", static note => note.WrittenAt);
    public static readonly Column<DateTimeOffset> ByEndsAt = Rows.Time("ends_at", static note => note.EndsAt);
    public static readonly Column<DateTimeOffset?> ByReadAt = Rows.TimeOrNull("read_at", static note => note.ReadAt);

    static Note()
    {
        Rows.KeyedBy(ById);
        Rows.UniqueBy(BySlug);
        Rows.UniqueBy(ByHash, ByPlaces);
        Rows.FoundBy(ByReadAt, until: 2);
        Rows.LivesFrom(ByWrittenAt, until: ByEndsAt);
        Rows.ReadBy(static row => new(
            row.Get(ById),
            row.Get(ByTitle),
            row.Get(BySlug),
            row.Get(ByHash),
            row.Get(ByPlaces),
            row.Get(ByRevision),
            row.Get(ByPublic),
            row.Get(ByWrittenAt),
            row.Get(ByEndsAt),
            row.Get(ByReadAt)));
    }

    public static Note Sample { get; } = new(
        new Guid("01890a5d-ac96-774b-bcce-b302099a8057"), "$title", null, [1, 2, 3], 7, 4_000_000_000, true, new(2001, 2, 3, 4, 5, 6, 123, 456, TimeSpan.Zero), new(2001, 2, 4, 0, 0, 0, TimeSpan.Zero), null);
}

/// <summary>A row with a key of two columns.</summary>
internal sealed record Reader(string Name, Guid NoteId, int Times)
{
    public static readonly Table<Reader> Rows = new("readers");
    public static readonly Column<int> ByTimes = Rows.Integer("times", static reader => reader.Times);
    public static readonly Column<string> ByName = Rows.ExactText("name", 100, static reader => reader.Name);
    public static readonly Column<Guid> ByNote = Rows.Id("note_id", static reader => reader.NoteId);

    static Reader()
    {
        Rows.KeyedBy(ByNote, ByName);
        Rows.ReadBy(static row => new(row.Get(ByName), row.Get(ByNote), row.Get(ByTimes)));
    }
}
