using AuthKit.Records;
using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>Conditions.</content>
public abstract partial class RecordsKit<TEngine>
{
    /// <summary>Makes rows whose amounts are 1, 2 and 3 and whose other values are greater each time; those that may be null are null in a fourth.</summary>
    private async Task<Specimen[]> AddFourAsync()
    {
        Specimen[] rows = [Numbered(1), Numbered(2), Numbered(3), New() with { Amount = 4, Marked = true }];
        await AddAsync(rows);
        return rows;

        Specimen Numbered(int number) => New() with
        {
            MadeAt = Sample.Now.AddMicroseconds(number),
            SeenAt = Sample.Now.AddMicroseconds(number),
            Code = $"code {number}",
            Nickname = $"{_test} {number}",
            Digest = [0, (byte)number, 255],
            Salt = [(byte)number],
            Amount = number,
            Quota = number,
            Total = number * 10_000_000_000L,
        };
    }

    [Test]
    public async Task Finds_a_row_by_a_column_of_each_type()
    {
        var second = (await AddFourAsync())[1];
        Condition[] conditions =
        [
            Id.Is(second.Id), MadeAt.Is(second.MadeAt), SeenAt.Is(second.SeenAt), Code.Is(second.Code), Nickname.Is(second.Nickname), Digest.Is(second.Digest),
            Salt.Is(second.Salt), Amount.Is(2), Quota.Is(2), Total.Is(second.Total), FoldedCode.Is("code 2"),
        ];
        foreach (var condition in conditions)
        {
            Assert.That(await AmountsAsync(condition), Is.EqualTo(new[] { 2 }), condition.Column.Name);
            Assert.That(await Records.FindAsync(Rows, [TestId.Is(_test), condition], default), Is.EqualTo(second).UsingPropertiesComparer(), condition.Column.Name);
        }

        Assert.That(await AmountsAsync(Marked.Is(true)), Is.EqualTo(new[] { 4 }));
        Assert.That(await AmountsAsync(Marked.Is(false)), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Finds_nothing_where_one_condition_of_several_fails()
    {
        var second = (await AddFourAsync())[1];
        Assert.That(await Records.FindAsync(Rows, [Id.Is(second.Id), Amount.Is(3)], default), Is.Null);
        Assert.That(await Records.FindAsync(Rows, [Id.Is(Guid.CreateVersion7())], default), Is.Null);
        Assert.That(await AmountsAsync(Amount.After(1), Amount.Before(3), SeenAt.IsNull), Is.Empty);
    }

    [Test]
    public async Task What_is_another_value_is_never_null()
    {
        var second = (await AddFourAsync())[1];
        Condition[] others = [SeenAt.IsNot(second.SeenAt), Nickname.IsNot(second.Nickname), Salt.IsNot(second.Salt), Quota.IsNot(2)];
        foreach (var condition in others)
            Assert.That(await AmountsAsync(condition), Is.EqualTo(new[] { 1, 3 }), condition.Column.Name);
        Assert.That(await AmountsAsync(Code.IsNot("code 2")), Is.EqualTo(new[] { 1, 3, 4 }));
        Assert.That(await AmountsAsync(Id.IsNot(second.Id)), Is.EqualTo(new[] { 1, 3, 4 }));
    }

    [Test]
    public async Task Null_is_met_by_one_condition_alone()
    {
        await AddFourAsync();
        foreach (var condition in new[] { SeenAt.IsNull, Remark.IsNull, Nickname.IsNull, Salt.IsNull, Quota.IsNull })
            Assert.That(await AmountsAsync(condition), Is.EqualTo(condition.Column == Remark ? new[] { 1, 2, 3, 4 } : [4]), condition.Column.Name);
        Condition[] every =
        [
            SeenAt.Before(Sample.Now.AddYears(9)), SeenAt.AtMost(Sample.Now.AddYears(9)), SeenAt.After(Sample.Now.AddYears(-9)),
            Quota.Before(9), Quota.AtMost(9), Quota.After(-9), Nickname.After(""), Nickname.Before("\ufffd"),
        ];
        foreach (var condition in every)
            Assert.That(await AmountsAsync(condition), Is.EqualTo(new[] { 1, 2, 3 }), $"{condition.Column} {condition.Comparison}");
    }

    [Test]
    public async Task Compares_what_has_an_order()
    {
        var second = (await AddFourAsync())[1];
        await OrderedAsync(MadeAt.Before(second.MadeAt), MadeAt.AtMost(second.MadeAt), MadeAt.After(second.MadeAt));
        await OrderedAsync(SeenAt.Before(second.SeenAt), SeenAt.AtMost(second.SeenAt), SeenAt.After(second.SeenAt));
        await OrderedAsync(Amount.Before(2), Amount.AtMost(2), Amount.After(2));
        await OrderedAsync(Quota.Before(2), Quota.AtMost(2), Quota.After(2));
        await OrderedAsync(Total.Before(second.Total), Total.AtMost(second.Total), Total.After(second.Total));
        await OrderedAsync(Code.Before("code 2"), Code.AtMost("code 2"), Code.After("code 2"));
        await OrderedAsync(Nickname.Before(second.Nickname), Nickname.AtMost(second.Nickname), Nickname.After(second.Nickname));

        async Task OrderedAsync(Condition before, Condition atMost, Condition after)
        {
            // The fourth is null, or at one of the two ends.
            Assert.That((await AmountsAsync(before)).Where(static amount => amount < 4), Is.EqualTo(new[] { 1 }), before.Column.Name);
            Assert.That((await AmountsAsync(atMost)).Where(static amount => amount < 4), Is.EqualTo(new[] { 1, 2 }), before.Column.Name);
            Assert.That((await AmountsAsync(after)).Where(static amount => amount < 4), Is.EqualTo(new[] { 3 }), before.Column.Name);
        }
    }

    [Test]
    public async Task Compares_numbers_by_size_and_sign()
    {
        long[] numbers = [long.MinValue, int.MinValue, -2, -1, 0, 1, 9, 10, int.MaxValue, long.MaxValue];
        await AddAsync(numbers.Select((number, i) => New() with { Amount = i, Total = number }));
        for (var i = 0; i < numbers.Length; i++)
        {
            Assert.That(await AmountsAsync(Total.After(numbers[i])), Is.EqualTo(Enumerable.Range(i + 1, numbers.Length - i - 1)), $"after {numbers[i]}");
            Assert.That(await AmountsAsync(Total.AtMost(numbers[i])), Is.EqualTo(Enumerable.Range(0, i + 1)), $"at most {numbers[i]}");
        }
    }

    [Test]
    public async Task Orders_ids_by_their_bytes()
    {
        Guid[] ids = [Guid.CreateVersion7(Sample.Now), Guid.CreateVersion7(Sample.Now.AddMilliseconds(1)), Guid.CreateVersion7(Sample.Now.AddDays(1)), Guid.CreateVersion7(Sample.Now.AddYears(100)), Guid.AllBitsSet];
        await AddAsync(ids.Select((id, i) => New() with { Id = id, Amount = i }).Reverse());
        for (var i = 0; i < ids.Length; i++)
            Assert.That(await AmountsAsync(Id.After(ids[i])), Is.EqualTo(Enumerable.Range(i + 1, ids.Length - i - 1)));
        var ordered = await Records.ListAsync(Rows, [TestId.Is(_test)], Id, limit: 0, default);
        Assert.That(ordered.Select(static row => row.Id), Is.EqualTo(ids));
        await Records.DeleteAsync(Rows, [TestId.Is(_test)], limit: 0, default);
    }

    [Test]
    public async Task One_of_several_values_is_enough()
    {
        var rows = await AddFourAsync();
        Assert.That(await AmountsAsync(Amount.In()), Is.Empty);
        Assert.That(await AmountsAsync(Amount.In(2)), Is.EqualTo(new[] { 2 }));
        Assert.That(await AmountsAsync(Amount.In([.. Enumerable.Range(3, 100)])), Is.EqualTo(new[] { 3, 4 }));
        Assert.That(await AmountsAsync(Amount.In(1, 3, 3, 1)), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(await AmountsAsync(Id.In(rows[0].Id, rows[3].Id), Amount.After(1)), Is.EqualTo(new[] { 4 }));
        Assert.That(await AmountsAsync(Code.In("code 1", "CODE 2", "")), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(await AmountsAsync(Salt.In([2], [2, 2], [])), Is.EqualTo(new[] { 2 }));
        Assert.That(await AmountsAsync(SeenAt.In(rows[1].SeenAt, rows[2].SeenAt)), Is.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    public async Task Tells_bytes_apart_by_value_and_length()
    {
        byte[][] all = [[], [0], [1], [1, 255], [255], [.. Sample.Bytes(1023), 1]];
        await AddAsync(all.Select((bytes, i) => New() with { Amount = i, Digest = bytes }));
        for (var i = 0; i < all.Length; i++)
            Assert.That(await AmountsAsync(Digest.Is(all[i])), Is.EqualTo(new[] { i }));
    }
}
