using AuthKit.Records;
using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>Text that not every database holds is asked of none, as AuthKit's own ports are put together.</content>
public abstract partial class RecordsKit<TEngine>
{
    private static readonly string[] Unstorable = ["\0", "a\0b", "\ud83d", "a\ude00b", "\ude00\ud83d", "\ud83d\ud83d\ude00"];

    private StorableTextRecords Checked => new(Records);

    [Test]
    public async Task A_condition_on_text_that_no_database_holds_meets_nothing()
    {
        foreach (var text in Unstorable)
            await MeetsNothingAsync(text);
    }

    [Test]
    public async Task Text_that_no_database_holds_is_not_written()
    {
        foreach (var text in Unstorable)
            await IsNotWrittenAsync(text);
    }

    private async Task MeetsNothingAsync(string text)
    {
        var row = await AddAsync(New() with { Code = "a\ufffdb", Nickname = $"{Guid.NewGuid()}", Amount = 1 });
        Assert.That(await Checked.FindAsync(Rows, [TestId.Is(_test), Code.Is(text)], default), Is.Null);
        Assert.That(await Checked.ListAsync(Rows, [TestId.Is(_test), Nickname.Is(text)], orderBy: null, limit: 0, default), Is.Empty);
        Assert.That((await Checked.ListAsync(Rows, [Nickname.In(text, row.Nickname)], orderBy: null, limit: 0, default)).Select(static found => found.Id), Is.EqualTo(new[] { row.Id }));
        Assert.That(await Checked.ListAsync(Rows, [TestId.Is(_test), Nickname.In(text)], orderBy: null, limit: 0, default), Is.Empty);
        Assert.That(await Checked.DeleteAsync(Rows, [TestId.Is(_test), Code.Is(text)], limit: 0, default), Is.Zero);
        Assert.That(await Checked.UpdateAsync(Rows, [Nickname.Is(text)], [Amount.To(2)], readBy: Nickname, default), Is.EqualTo(new Updated<Specimen>(0, null)));
        var (changed, read, _) = await Checked.UpdateAsync(Rows, [Id.Is(row.Id), Code.Is(text)], [Amount.To(2)], readBy: Id, default);
        Assert.That(changed, Is.Zero);
        Assert.That(read, Is.EqualTo(row).UsingPropertiesComparer());
    }

    private async Task IsNotWrittenAsync(string text)
    {
        var row = await AddAsync(New() with { Code = "kept" });
        await Assert.ThatAsync(() => Checked.InsertAsync(Rows, New() with { Remark = text }, default), Throws.ArgumentException);
        await Assert.ThatAsync(() => Checked.InsertAsync(Rows, New() with { Code = text }, default), Throws.ArgumentException);
        await Assert.ThatAsync(() => Checked.UpdateAsync(Rows, [Id.Is(row.Id)], [Words.To(text)], readBy: null, default), Throws.ArgumentException);
        await StandsAsAsync(row);
    }
}
