using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>Removing rows, and callers who gave up.</content>
public abstract partial class RecordsKit<TEngine>
{
    [Test]
    public async Task Removes_what_meets_the_conditions_and_nothing_else()
    {
        await AddFourAsync();
        Assert.That(await Records.DeleteAsync(Rows, [TestId.Is(_test), Quota.Before(3), SeenAt.After(Sample.Now.AddMicroseconds(1))], limit: 0, default), Is.EqualTo(1));
        Assert.That(await Records.DeleteAsync(Rows, [TestId.Is(_test), Quota.IsNull], limit: 0, default), Is.EqualTo(1));
        Assert.That(await Records.DeleteAsync(Rows, [TestId.Is(_test), Amount.In()], limit: 0, default), Is.Zero);
        Assert.That(await AmountsAsync(), Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public async Task Removes_no_more_than_was_asked_for()
    {
        await AddAsync(Enumerable.Range(0, 10).Select(i => New() with { Amount = i }));
        Assert.That(await Records.DeleteAsync(Rows, [TestId.Is(_test), Amount.Before(9), SeenAt.IsNull], limit: 4, default), Is.EqualTo(4));
        Assert.That(await AmountsAsync(), Has.Length.EqualTo(6));
        Assert.That(await Records.DeleteAsync(Rows, [TestId.Is(_test), Amount.Before(9), SeenAt.IsNull], limit: 100, default), Is.EqualTo(5));
        Assert.That(await AmountsAsync(), Is.EqualTo(new[] { 9 }));
    }

    [Test]
    public async Task Removes_no_more_than_was_asked_for_where_the_key_is_two_columns()
    {
        foreach (var name in new[] { "a", "b", "c", "d" })
            await Records.InsertAsync(PairTable.Rows, new(_test, name, 1), default);
        Assert.That(await Records.DeleteAsync(PairTable.Rows, [PairTable.TestId.Is(_test)], limit: 3, default), Is.EqualTo(3));
        Assert.That(await Records.ListAsync(PairTable.Rows, [PairTable.TestId.Is(_test)], orderBy: null, limit: 0, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_64_who_remove_a_row_one_does()
    {
        var row = await AddAsync(New());
        var removed = await Race.RunAsync(64, _ => Records.DeleteAsync(Rows, [Id.Is(row.Id)], limit: 0, default));
        Assert.That(removed.Sum(), Is.EqualTo(1));
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var row = await AddAsync(New());
        Cancelled.Refuses(
            token => Records.InsertAsync(Rows, New(), token),
            token => Records.FindAsync(Rows, [Id.Is(row.Id)], token),
            token => Records.ListAsync(Rows, [], orderBy: null, limit: 0, token),
            token => Records.UpdateAsync(Rows, [Id.Is(row.Id)], [Amount.Plus(1)], readBy: null, token),
            token => Records.UpdateAsync(Rows, [Id.Is(row.Id)], [Amount.Plus(1)], readBy: Id, token),
            token => Records.DeleteAsync(Rows, [Id.Is(row.Id)], limit: 0, token),
            token => Records.DeleteAsync(Rows, [Id.Is(row.Id)], limit: 1, token));
        Assert.That(await AmountsAsync(), Is.EqualTo(new[] { 0 }));
    }
}
