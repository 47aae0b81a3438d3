using AuthKit.Hosting;
using AuthKit.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>Tables of a feature, of which this adapter has never heard.</summary>
[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class FeatureTests<TEngine> : ContextTests<TEngine> where TEngine : TestEngine, IContextEngine, new()
{
    [Test]
    public async Task Are_in_the_model_and_kept_by_the_same_verbs()
    {
        var (host, database) = await StartAsync<NotesContext>();
        await database.MigrateAsync([AuthKitSchema.Current, NoteTable.Schema], default);
        var note = new Note(Guid.CreateVersion7(), "Read me", DateTimeOffset.UnixEpoch);
        Assert.That(await database.Records.InsertAsync(NoteTable.Rows, note, default), Is.Null);
        Assert.That(await database.Records.InsertAsync(NoteTable.Rows, note with { Id = Guid.CreateVersion7() }, default), Is.SameAs(NoteTable.ByText));
        Assert.That(await database.Records.InsertAsync(NoteTable.Rows, note with { Text = "Other" }, default), Is.SameAs(NoteTable.Rows.Key));
        Assert.That(await database.Records.ListAsync(NoteTable.Rows, [NoteTable.Id.In(note.Id, Guid.Empty)], NoteTable.Id, limit: 5, default), Is.EqualTo([note]));
        await using var scope = host.CreateAsyncScope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<NotesContext>().Set<Note>().SingleAsync(), Is.EqualTo(note));
        Assert.That(await database.Records.DeleteAsync(NoteTable.Rows, [NoteTable.Id.Is(note.Id)], limit: 0, default), Is.EqualTo(1));
    }

    [Test]
    public async Task That_the_model_lacks_are_told_of()
    {
        var (_, database) = await StartAsync<ShopContext>();
        Assert.That(
            () => database.MigrateAsync([AuthKitSchema.Current, NoteTable.Schema], default),
            Throws.InvalidOperationException.With.Message.Contains("ShopContext has no table notes").And.Message.Contains("'notes_feature'"));
    }

    [Test]
    public async Task That_the_database_lacks_are_told_of()
    {
        var (host, database) = await StartAsync<NotesContext>();
        await RunAsync<NotesContext>(host, "DELETE FROM authkit_feature_schema");
        Assert.That(
            () => database.MigrateAsync([AuthKitSchema.Current, NoteTable.Schema], default),
            Throws.InvalidOperationException.With.Message.Contains("at version 0 of the schema 'notes_feature'"));
    }

    internal sealed record Note(Guid Id, string Text, DateTimeOffset WrittenAt)
    {
        public int Length => Text.Length;
    }

    private static class NoteTable
    {
        public static readonly Table<Note> Rows = new("notes");
        public static readonly Column<Guid> Id = Rows.Id("id", static note => note.Id);
        public static readonly Column<string> Text = Rows.ExactText("body", 100, static note => note.Text).MapsTo(nameof(Note.Text));
        public static readonly Column<int> Words = Rows.Integer("words", static note => note.Text.Split(' ').Length);
        public static readonly Column<DateTimeOffset> WrittenAt = Rows.Time("written_at", static note => note.WrittenAt);
        public static readonly TableIndex ByText = Rows.UniqueBy(Text);

        static NoteTable()
        {
            Rows.KeyedBy(Id);
            Rows.ReadBy(static row => new(row.Get(Id), row.Get(Text), row.Get(WrittenAt)));
        }

        public static Schema Schema { get; } = new("notes_feature", 1, [Rows]);
    }

    internal sealed class NotesContext(DbContextOptions<NotesContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseAuthKit(Database, NoteTable.Schema);
    }
}
