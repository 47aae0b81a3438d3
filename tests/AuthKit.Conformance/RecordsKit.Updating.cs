using AuthKit.Records;
using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>Changes, and what is read with them.</content>
public abstract partial class RecordsKit<TEngine>
{
    [Test]
    public async Task Sets_a_column_of_each_type_and_leaves_the_others()
    {
        var row = await AddAsync(New() with { Words = "kept", Slot = 3 });
        var changed = row with
        {
            MadeAt = Sample.Now.AddMicroseconds(1), SeenAt = Sample.Now.AddMicroseconds(2), Remark = "r", Code = "c", Nickname = Sample.Unique(), Digest = [1], Salt = [],
            Amount = 1, Quota = 2, Total = long.MaxValue, Marked = true,
        };
        var updated = await UpdateAsync(row, MadeAt.To(changed.MadeAt), SeenAt.To(changed.SeenAt), Remark.To("r"), Code.To("c"), FoldedCode.To("f"), Nickname.To(changed.Nickname),
            Digest.To([1]), Salt.To([]), Amount.To(1), Quota.To(2), Total.To(long.MaxValue), Marked.To(true));
        Assert.That((updated.Changed, updated.Duplicate), Is.EqualTo((1, default(TableIndex))));
        Assert.That(updated.Row, Is.EqualTo(changed).UsingPropertiesComparer());
        await StandsAsAsync(changed);
        Assert.That(await AmountsAsync(FoldedCode.Is("f")), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Sets_null()
    {
        var row = await AddAsync(New() with { SeenAt = Sample.Now, Remark = "r", Nickname = Sample.Unique(), Salt = [1], Quota = 1 });
        await UpdateAsync(row, SeenAt.To(null), Remark.To(null), Nickname.To(null), Salt.To(null), Quota.To(null));
        await StandsAsAsync(row with { SeenAt = null, Remark = null, Nickname = null, Salt = null, Quota = null });
    }

    [Test]
    public async Task Counts_the_rows_that_met_the_conditions_whether_or_not_their_values_differ()
    {
        var rows = await AddFourAsync();
        Assert.That((await Records.UpdateAsync(Rows, [TestId.Is(_test), Marked.Is(false)], [Words.To("w")], readBy: null, default)).Changed, Is.EqualTo(3));
        Assert.That((await Records.UpdateAsync(Rows, [TestId.Is(_test), Amount.After(2)], [Words.To("w")], readBy: null, default)).Changed, Is.EqualTo(2));
        Assert.That((await UpdateAsync(rows[0], Words.To("w"))).Changed, Is.EqualTo(1));
    }

    [Test]
    public async Task Changes_nothing_where_no_row_meets_the_conditions()
    {
        var row = await AddAsync(New());
        Assert.That(await Records.UpdateAsync(Rows, [Id.Is(Guid.CreateVersion7())], [Words.To("w")], readBy: Id, default), Is.EqualTo(default(Updated<Specimen>)));
        Assert.That(await Records.UpdateAsync(Rows, [Id.In()], [Words.To("w")], readBy: null, default), Is.EqualTo(default(Updated<Specimen>)));
        Assert.That((await Records.UpdateAsync(Rows, [TestId.Is(_test), SeenAt.Before(Sample.Now.AddYears(1))], [Words.To("w")], readBy: null, default)).Changed, Is.Zero);
        await StandsAsAsync(row);
    }

    [Test]
    public async Task Reads_the_row_whether_or_not_it_was_changed()
    {
        var row = await AddAsync(New() with { Nickname = Sample.Unique(), Amount = 1 });
        var refused = await Records.UpdateAsync(Rows, [Amount.Is(2), Nickname.Is(row.Nickname), SeenAt.IsNull], [Words.To("w"), Amount.Plus(1)], readBy: Nickname, default);
        Assert.That((refused.Changed, refused.Duplicate), Is.EqualTo((0, default(TableIndex))));
        Assert.That(refused.Row, Is.EqualTo(row).UsingPropertiesComparer());
        var taken = await Records.UpdateAsync(Rows, [Amount.In(0, 1), Nickname.Is(row.Nickname), SeenAt.IsNull], [Words.To("w"), Amount.Plus(1)], readBy: Nickname, default);
        Assert.That(taken.Changed, Is.EqualTo(1));
        Assert.That(taken.Row, Is.EqualTo(row with { Words = "w", Amount = 2 }).UsingPropertiesComparer());
    }

    [Test]
    public async Task Reads_no_row_unless_asked()
    {
        var row = await AddAsync(New());
        Assert.That((await Records.UpdateAsync(Rows, [Id.Is(row.Id)], [Words.To("w")], readBy: null, default)).Row, Is.Null);
    }

    [Test]
    public async Task Adds_to_a_number_and_takes_from_it()
    {
        var row = await AddAsync(New() with { Amount = 5, Total = 10_000_000_000 });
        var updated = await UpdateAsync(row, Amount.Plus(-7), Total.Plus(1));
        Assert.That((updated.Row!.Amount, updated.Row.Total), Is.EqualTo((-2, 10_000_000_001)));
    }

    [Test]
    public async Task Sets_the_lesser_of_two_values()
    {
        var row = await AddAsync(New() with { Slot = 5 });
        Assert.That((await UpdateAsync(row, EndsAt.ToLesserOf(row.MadeAt.AddMicroseconds(-1), MadeAt))).Row!.EndsAt, Is.EqualTo(row.MadeAt.AddMicroseconds(-1)));
        Assert.That((await UpdateAsync(row, EndsAt.ToLesserOf(row.MadeAt.AddMicroseconds(1), MadeAt))).Row!.EndsAt, Is.EqualTo(row.MadeAt));
        Assert.That((await UpdateAsync(row, Amount.ToLesserOf(4, Slot))).Row!.Amount, Is.EqualTo(4));
        Assert.That((await UpdateAsync(row, Amount.ToLesserOf(5, Slot))).Row!.Amount, Is.EqualTo(5));
        Assert.That((await UpdateAsync(row, Amount.ToLesserOf(6, Slot))).Row!.Amount, Is.EqualTo(5));
    }

    [Test]
    public async Task Null_is_not_less_than_a_value()
    {
        var row = await AddAsync(New());
        Assert.That((await UpdateAsync(row, Quota.ToLesserOf(4, Quota))).Row!.Quota, Is.EqualTo(4));
        Assert.That((await UpdateAsync(row, Quota.ToLesserOf(9, Quota))).Row!.Quota, Is.EqualTo(4));
        Assert.That((await UpdateAsync(row, SeenAt.ToLesserOf(Sample.Now, SeenAt))).Row!.SeenAt, Is.EqualTo(Sample.Now));
    }

    [Test]
    public async Task Names_the_unique_index_that_refused_a_change()
    {
        var (one, two) = (await AddAsync(New() with { Nickname = Sample.Unique() }), await AddAsync(New() with { Nickname = Sample.Unique() }));
        var refused = await UpdateAsync(two, Words.To("w"), Nickname.To(one.Nickname));
        Assert.That((refused.Changed, refused.Duplicate), Is.EqualTo((0, ByNickname)));
        await StandsAsAsync(two);
        Assert.That((await UpdateAsync(two, Words.To("w"), Nickname.To(two.Nickname))).Changed, Is.EqualTo(1));
    }

    [Test]
    public async Task Names_the_unique_index_on_two_columns_that_refused_a_change()
    {
        var one = await AddAsync(New() with { Slot = 1 });
        var two = await AddAsync(New() with { Realm = one.Realm, Slot = 2 });
        Assert.That((await UpdateAsync(two, Realm.To(one.Realm), Slot.To(1))).Duplicate, Is.SameAs(ByRealmAndSlot));
        Assert.That((await UpdateAsync(two, Slot.To(1))).Duplicate, Is.SameAs(ByRealmAndSlot));
        Assert.That((await UpdateAsync(two, Slot.Plus(-1))).Duplicate, Is.SameAs(ByRealmAndSlot));
        await StandsAsAsync(two);
        Assert.That((await UpdateAsync(two, Slot.To(3))).Changed, Is.EqualTo(1));
    }

    [Test]
    public async Task Of_64_who_add_to_a_number_nobody_is_lost()
    {
        var row = await AddAsync(New());
        var updates = await Race.RunAsync(64, _ => UpdateAsync(row, Amount.Plus(1), Total.Plus(-2)));
        Assert.That(updates.Sum(static update => update.Changed), Is.EqualTo(64));
        Assert.That(updates.Select(static update => update.Row!.Amount), Is.All.InRange(1, 64));
        await StandsAsAsync(row with { Amount = 64, Total = -128 });
    }

    [Test]
    public async Task Of_64_who_exchange_a_value_one_does_and_all_see_whose_it_is()
    {
        var row = await AddAsync(New() with { Digest = [0] });
        var updates = await Race.RunAsync(64, caller => Records.UpdateAsync(
            Rows, [Id.Is(row.Id), Digest.Is([0])], [Digest.To([1]), Amount.To(caller)], readBy: Id, default));
        var winner = updates.Index().Single(static update => update.Item.Changed == 1).Index;
        Assert.That(updates.Select(static update => update.Row!.Amount), Is.All.EqualTo(winner));
        await StandsAsAsync(row with { Digest = [1], Amount = winner });
    }
}
