using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>Inserting names the index that refused.</content>
public abstract partial class RecordsKit<TEngine>
{
    [Test]
    public async Task Names_the_key_that_refused_a_row()
    {
        var row = await AddAsync(New());
        Assert.That(await Records.InsertAsync(Rows, New() with { Id = row.Id, Words = "other" }, default), Is.SameAs(Rows.Key));
        await StandsAsAsync(row);
    }

    [Test]
    public async Task Names_the_key_of_two_columns_that_refused_a_row()
    {
        Assert.That(await Records.InsertAsync(PairTable.Rows, new(_test, "a", 1), default), Is.Null);
        Assert.That(await Records.InsertAsync(PairTable.Rows, new(_test, "a", 2), default), Is.SameAs(PairTable.Rows.Key));
        Assert.That(await Records.InsertAsync(PairTable.Rows, new(_test, "b", 2), default), Is.Null);
        Assert.That(await Records.InsertAsync(PairTable.Rows, new(Guid.CreateVersion7(), "a", 2), default), Is.Null);
    }

    [Test]
    public async Task Names_the_unique_index_that_refused_a_row()
    {
        var row = await AddAsync(New() with { Nickname = Sample.Unique() });
        Assert.That(await Records.InsertAsync(Rows, New() with { Nickname = row.Nickname }, default), Is.SameAs(ByNickname));
        Assert.That(await AmountsAsync(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Names_the_unique_index_on_two_columns_that_refused_a_row()
    {
        var row = await AddAsync(New() with { Nickname = Sample.Unique(), Slot = 7 });
        Assert.That(await Records.InsertAsync(Rows, New() with { Nickname = Sample.Unique(), Realm = row.Realm, Slot = 7 }, default), Is.SameAs(ByRealmAndSlot));
        await AddAsync(New() with { Realm = row.Realm, Slot = 8 });
        await AddAsync(New() with { Realm = row.Realm + "x", Slot = 7 });
    }

    [Test]
    public async Task Takes_any_number_of_nulls_in_a_unique_index()
    {
        await AddAsync([New() with { Amount = 1 }, New() with { Amount = 2 }, New() with { Amount = 3 }]);
        Assert.That(await AmountsAsync(Nickname.IsNull), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Of_64_who_insert_one_value_one_does()
    {
        var nickname = Sample.Unique();
        var refused = await Race.RunAsync(64, _ => Records.InsertAsync(Rows, New() with { Nickname = nickname }, default));
        Assert.That(refused.Count(static index => index is null), Is.EqualTo(1));
        Assert.That(refused.Count(static index => index == ByNickname), Is.EqualTo(63));
        Assert.That(await AmountsAsync(), Has.Length.EqualTo(1));
    }
}
