using AuthKit.Hosting;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Notes;

/// <summary>The four files beside this one are all that a noun costs: no adapter sees it, and all keep it.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class NoteTests<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly Guid _user = Guid.CreateVersion7();

    private INoteStore Notes => new NoteStore(Database.Records);

    [OneTimeSetUp]
    public Task MakeTableAsync() => Database.MigrateAsync([AuthKitSchema.Current, NoteTable.Schema], default);

    [Test]
    public async Task A_note_is_kept_found_read_and_removed()
    {
        var notes = Enumerable.Range(0, 3).Select(i => new Note { Id = Guid.CreateVersion7(Now.AddSeconds(i)), UserId = _user, Title = $"{i} 🗒", Text = i == 1 ? null : "Nguyễn" }).ToArray();
        foreach (var note in notes)
            Assert.That(await Notes.AddAsync(note, default), Is.True);
        Assert.That(await Notes.AddAsync(notes[0] with { Id = Guid.CreateVersion7() }, default), Is.False);
        Assert.That(await Notes.ListAsync(_user, limit: 2, default), Is.EqualTo(notes[..2]));

        var read = notes[1] with { ReadAt = Now };
        Assert.That(await Notes.ReadAsync(read.Id, Now, default), Is.EqualTo(read));
        Assert.That(await Notes.ReadAsync(read.Id, Now.AddDays(1), default), Is.EqualTo(read));

        Assert.That(await Notes.RemoveAsync(read.Id, default), Is.True);
        Assert.That(await Notes.RemoveAsync(read.Id, default), Is.False);
        Assert.That(await Notes.ReadAsync(read.Id, Now, default), Is.Null);
        Assert.That(await Notes.ListAsync(_user, limit: 0, default), Is.EqualTo(new[] { notes[0], notes[2] }));
    }
}
