using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <content>Values come back as they were given.</content>
public abstract partial class RecordsKit<TEngine>
{
    private static readonly DateTimeOffset[] Times =
    [
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch.AddMicroseconds(-1),
        new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero).AddMicroseconds(999_999),
    ];

    private static IEnumerable<string> Kept() =>
    [
        "",
        .. Texts.Names,
        .. Texts.Hostile,
        "\ufffd",
        string.Concat(Enumerable.Repeat("😀", 512)),
        string.Concat(Enumerable.Repeat("ế", 1024)),
    ];

    [Test]
    public async Task Gives_back_every_field() => await StandsAsAsync(await AddAsync(New() with
    {
        SeenAt = Sample.Now.AddDays(1),
        Words = "some words",
        Remark = "a remark",
        Code = "a code",
        Nickname = Sample.Unique(),
        Digest = Sample.Bytes(1024),
        Salt = Sample.Bytes(64),
        Amount = 1,
        Quota = 2,
        Total = 3,
        Marked = true,
        Slot = 4,
    }));

    [Test]
    public async Task Keeps_nulls_and_what_is_empty_apart()
    {
        await StandsAsAsync(await AddAsync(New()));
        await StandsAsAsync(await AddAsync(New() with { Remark = "", Nickname = "", Salt = [], Quota = 0 }));
        await Records.DeleteAsync(Rows, [Nickname.Is("")], limit: 0, default);
    }

    [Test]
    public async Task Keeps_text([ValueSource(nameof(Kept))] string text)
    {
        var code = text.Length <= Code.Length ? text : text[..Code.Length];
        await StandsAsAsync(await AddAsync(New() with { Words = text, Remark = text, Code = code, Nickname = _test + code[..Math.Min(code.Length, 200)] }));
    }

    [Test]
    public async Task Keeps_the_least_and_the_greatest_number()
    {
        await StandsAsAsync(await AddAsync(New() with { Amount = int.MinValue, Quota = int.MinValue, Total = long.MinValue }));
        await StandsAsAsync(await AddAsync(New() with { Amount = int.MaxValue, Quota = int.MaxValue, Total = long.MaxValue }));
    }

    [Test]
    public async Task Keeps_times_to_the_microsecond([ValueSource(nameof(Times))] DateTimeOffset time) =>
        await StandsAsAsync(await AddAsync(New() with { MadeAt = time, SeenAt = time }));

    [Test]
    public async Task Cuts_a_time_to_the_microsecond_and_never_rounds()
    {
        var time = Sample.Now.AddTicks(9);
        var row = await AddAsync(New() with { MadeAt = time, SeenAt = time });
        await StandsAsAsync(row with { MadeAt = Sample.Now, SeenAt = Sample.Now });
        Assert.That(await Records.FindAsync(Rows, [Id.Is(row.Id), MadeAt.Is(time)], default), Is.Not.Null);
        Assert.That(await Records.FindAsync(Rows, [Id.Is(row.Id), MadeAt.After(time)], default), Is.Null);
    }

    [Test]
    public async Task Gives_back_times_in_utc()
    {
        var row = await AddAsync(New() with { MadeAt = Sample.Now.ToOffset(TimeSpan.FromHours(7)) });
        var found = await FindAsync(row);
        Assert.That((found!.MadeAt, found.MadeAt.Offset), Is.EqualTo((Sample.Now, TimeSpan.Zero)));
    }
}
