using AuthKit.Records;
using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>Text is compared by code point.</content>
public abstract partial class RecordsKit<TEngine>
{
    /// <summary>In the order of their code points. In UTF-16, what is beyond the first plane would come before U+FFFD.</summary>
    private static readonly string[] Ordered =
    [
        "", "\u0001", " ", "  ", " a", "\"", "%", "'", "'; --", "0", "10", "9", "A", "AA", "Z", "\\", "_", "a", "a ", "aa", "ab", "a\u0301", "i", "k", "ss", "s\u0323\u0307", "z",
        "\u00df", "\u00e1", "\u00e9", "\u0131", "\u0301a", "\u03c9", "\u1e69", "\u212a", "山", "\uff21", "\ufffd", "\ud83d\ude00", "\ud83d\ude01", "\ud83d\ude01a",
    ];

    private string[] Told => Engine.ComparesTrailingSpaces ? Ordered : [.. Ordered.Where(static text => !text.EndsWith(' ') && text is not ("" or "\u0001"))];

    [Test]
    public async Task Text_equals_itself_alone()
    {
        var told = Told;
        await AddAsync(told.Select((text, i) => New() with { Amount = i, Code = text, Nickname = $"{_test}{text}" }));
        for (var i = 0; i < told.Length; i++)
        {
            Assert.That(await AmountsAsync(Code.Is(told[i])), Is.EqualTo(new[] { i }), $"'{told[i]}'");
            Assert.That(await AmountsAsync(Nickname.In($"{_test}{told[i]}")), Is.EqualTo(new[] { i }), $"'{told[i]}'");
        }
    }

    [Test]
    public async Task Text_is_ordered_by_code_point()
    {
        var told = Told;
        await AddAsync(told.Select((text, i) => New() with { Amount = i, Code = text }).Reverse());
        var ordered = await Records.ListAsync(Rows, [TestId.Is(_test)], Code, limit: 0, default);
        Assert.That(ordered.Select(static row => row.Code), Is.EqualTo(told));
        for (var i = 0; i < told.Length; i++)
        {
            Assert.That(await AmountsAsync(Code.Before(told[i])), Is.EqualTo(Enumerable.Range(0, i)), $"before '{told[i]}'");
            Assert.That(await AmountsAsync(Code.AtMost(told[i])), Is.EqualTo(Enumerable.Range(0, i + 1)), $"at most '{told[i]}'");
            Assert.That(await AmountsAsync(Code.AtLeast(told[i])), Is.EqualTo(Enumerable.Range(i, told.Length - i)), $"at least '{told[i]}'");
            Assert.That(await AmountsAsync(Code.After(told[i])), Is.EqualTo(Enumerable.Range(i + 1, told.Length - i - 1)), $"after '{told[i]}'");
        }
    }

    [Test]
    public async Task Text_is_found_by_how_it_begins()
    {
        var told = Told;
        await AddAsync(told.Select((text, i) => New() with { Amount = i, Code = text, Nickname = $"{_test}{text}" }));
        foreach (var prefix in told.Append("\ud7ff").Append("\U0010ffff").Append("a\U0010ffff"))
        {
            var begun = Enumerable.Range(0, told.Length).Where(i => told[i].StartsWith(prefix, StringComparison.Ordinal));
            Assert.That(await AmountsAsync(Code.StartsWith(prefix)), Is.EqualTo(begun), $"'{prefix}'");
            Assert.That(await AmountsAsync(Nickname.StartsWithOrNull(_test + prefix)), Is.EqualTo(begun), $"'{prefix}' of what may be null");
        }
    }

    [Test]
    public async Task A_value_is_never_a_part_of_the_statement([ValueSource(typeof(Texts), nameof(Texts.Hostile))] string text)
    {
        var code = text[..Math.Min(text.Length, Code.Length)];
        var row = await AddAsync(New() with { Code = code, Nickname = _test + code[..Math.Min(code.Length, 200)] });
        Assert.That(await AmountsAsync(Code.Is(code), Code.In(code, "x"), Nickname.Is(row.Nickname)), Has.Length.EqualTo(1));
        Assert.That((await UpdateAsync(row, Words.To(text), Code.To("x" + code[1..]), Remark.To(text))).Row, Is.EqualTo(row with { Words = text, Code = "x" + code[1..], Remark = text }).UsingPropertiesComparer());
        Assert.That(await Records.DeleteAsync(Rows, [TestId.Is(_test), Code.Is("x" + code[1..])], limit: 0, default), Is.EqualTo(1));
    }
}
