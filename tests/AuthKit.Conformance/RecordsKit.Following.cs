using AuthKit.Records;
using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>The row that a row refers to, read after an update.</content>
public abstract partial class RecordsKit<TEngine>
{
    private static readonly Reference<Specimen> Other = TestId.RefersTo(Rows, Id);

    [Test]
    public async Task Follows_the_row_that_was_read_whether_or_not_it_was_changed()
    {
        var other = await AddAsync(New() with { Id = _test, Amount = 7 });
        var row = await AddAsync(New());
        var won = await Records.UpdateAsync(Rows, [Id.Is(row.Id), Amount.Is(0)], [Amount.To(1)], readBy: Id, Other, default);
        var lost = await Records.UpdateAsync(Rows, [Amount.Is(0), Id.Is(row.Id)], [Amount.To(2)], readBy: Id, Other, default);
        Assert.That((won.Updated.Changed, lost.Updated.Changed), Is.EqualTo((1, 0)));
        Assert.That((won.Updated.Row?.Amount, lost.Updated.Row?.Amount), Is.EqualTo((1, 1)));
        Assert.That(won.Other, Is.EqualTo(other).UsingPropertiesComparer());
        Assert.That(lost.Other, Is.EqualTo(other).UsingPropertiesComparer());
    }

    [Test]
    public async Task Follows_to_nothing_where_nothing_is_referred_to()
    {
        var row = await AddAsync(New());
        var followed = await Records.UpdateAsync(Rows, [Id.Is(row.Id)], [Amount.To(1)], readBy: Id, Other, default);
        Assert.That((followed.Updated.Changed, followed.Updated.Row?.Amount, followed.Other), Is.EqualTo((1, (int?)1, default(Specimen))));
        Assert.That(await Records.UpdateAsync(Rows, [Id.Is(Guid.CreateVersion7())], [Amount.To(1)], readBy: Id, Other, default), Is.EqualTo(default(Followed<Specimen, Specimen>)));
    }

    [Test]
    public async Task Follows_to_a_row_as_it_stands_after_the_update()
    {
        var row = await AddAsync(New() with { Id = _test });
        var followed = await Records.UpdateAsync(Rows, [Id.Is(row.Id)], [Amount.To(1)], readBy: Id, Other, default);
        Assert.That(followed.Other?.Amount, Is.EqualTo(1));
    }

    [Test]
    public async Task Follows_nothing_where_an_index_refuses_the_update()
    {
        var first = await AddAsync(New() with { Nickname = Sample.Unique() });
        var second = await AddAsync(New());
        var followed = await Records.UpdateAsync(Rows, [Id.Is(second.Id)], [Nickname.To(first.Nickname)], readBy: Id, Other, default);
        Assert.That((followed.Updated.Changed, followed.Updated.Duplicate, followed.Other), Is.EqualTo((0, ByNickname, default(Specimen))));
    }
}
