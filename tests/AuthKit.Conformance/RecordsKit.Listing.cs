using AuthKit.Records;
using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>Lists, whole and by the page.</content>
public abstract partial class RecordsKit<TEngine>
{
    [Test]
    public async Task Lists_every_row_that_meets_the_conditions_and_no_other()
    {
        await AddFourAsync();
        Assert.That(await Records.ListAsync(Rows, [TestId.Is(_test), Marked.Is(false)], orderBy: null, limit: 0, default), Has.Count.EqualTo(3));
        Assert.That(await Records.ListAsync(Rows, [TestId.Is(Guid.CreateVersion7())], orderBy: null, limit: 0, default), Is.Empty);
        Assert.That((await Records.ListAsync(Rows, [], orderBy: null, limit: 0, default)).Count(row => row.TestId == _test), Is.EqualTo(4));
    }

    [Test]
    public async Task Lists_no_more_than_was_asked_for([Values(1, 3, 4, 100)] int limit)
    {
        await AddFourAsync();
        var first = await Records.ListAsync(Rows, [TestId.Is(_test)], Amount, limit, default);
        Assert.That(first.Select(static row => row.Amount), Is.EqualTo(Enumerable.Range(1, Math.Min(limit, 4))));
        Assert.That(await Records.ListAsync(Rows, [TestId.Is(_test)], orderBy: null, limit, default), Has.Count.EqualTo(Math.Min(limit, 4)));
    }

    [Test]
    public async Task Pages_by_key_show_every_row_once()
    {
        await AddAsync(Enumerable.Range(0, 25).Select(i => New() with { Id = Guid.NewGuid(), Amount = i }));
        var seen = new List<Specimen>();
        List<Specimen> page;
        do
        {
            Condition[] after = seen is [.., var last] ? [Id.After(last.Id)] : [];
            seen.AddRange(page = await Records.ListAsync(Rows, [TestId.Is(_test), .. after], Id, limit: 7, default));
        }
        while (page.Count == 7);
        Assert.That(seen.Select(static row => row.Amount), Is.EquivalentTo(Enumerable.Range(0, 25)));
        Assert.That(seen.Select(static row => row.Id), Is.Ordered);
    }

    [Test]
    public async Task Pages_go_backwards_too()
    {
        await AddAsync(Enumerable.Range(0, 25).Select(i => New() with { Id = Guid.NewGuid(), Amount = i }));
        var seen = new List<Specimen>();
        List<Specimen> page;
        do
        {
            Condition[] before = seen is [.., var last] ? [Id.Before(last.Id)] : [];
            seen.AddRange(page = await Records.ListAsync(Rows, [TestId.Is(_test), .. before], Id.Descending, limit: 7, default));
        }
        while (page.Count == 7);
        Assert.That(seen.Select(static row => row.Amount), Is.EquivalentTo(Enumerable.Range(0, 25)));
        Assert.That(seen.Select(static row => row.Id), Is.Ordered.Descending);
        Assert.That((await Records.ListAsync(Rows, [TestId.Is(_test)], Amount, limit: 1, default))[0].Amount, Is.Zero, "The other direction is another statement.");
    }

    [Test]
    public async Task Orders_by_time_and_number()
    {
        await AddAsync(new[] { 3, 1, 2 }.Select(i => New() with { Amount = -i, Total = i, MadeAt = Sample.Now.AddMicroseconds(i) }));
        foreach (var column in new Column[] { MadeAt, Total })
            Assert.That((await Records.ListAsync(Rows, [TestId.Is(_test)], column, limit: 0, default)).Select(static row => row.Total), Is.EqualTo(new[] { 1, 2, 3 }), column.Name);
        Assert.That((await Records.ListAsync(Rows, [TestId.Is(_test)], Amount, limit: 0, default)).Select(static row => row.Total), Is.EqualTo(new[] { 3, 2, 1 }));
    }
}
