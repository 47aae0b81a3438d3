using AuthKit.Records;

namespace AuthKit.Stores.Tests.Notes;

/// <summary>How notes are kept.</summary>
internal static class NoteTable
{
    public static readonly Table<Note> Rows = new("notes");
    public static readonly Column<Guid> Id = Rows.Id("id", static note => note.Id);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static note => note.UserId);
    public static readonly Column<string> Title = Rows.ExactText("title", 100, static note => note.Title);
    public static readonly Column<string?> Text = Rows.TextOrNull("text_of", 4000, static note => note.Text);
    public static readonly Column<DateTimeOffset?> ReadAt = Rows.TimeOrNull("read_at", static note => note.ReadAt);

    static NoteTable()
    {
        Rows.KeyedBy(Id);
        Rows.UniqueBy(UserId, Title);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            UserId = row.Get(UserId),
            Title = row.Get(Title),
            Text = row.Get(Text),
            ReadAt = row.Get(ReadAt),
        });
        Schema = new("notes", 1, [Rows]);
    }

    public static Schema Schema { get; }
}
