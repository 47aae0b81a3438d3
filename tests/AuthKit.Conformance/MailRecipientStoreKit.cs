using AuthKit.Mail;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IMailRecipientStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class MailRecipientStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private Task<bool> BookAsync(byte[] address, TimeSpan after, int perDay = 10, TimeSpan? pause = null) =>
        Database.MailRecipients.BookAsync(address, Sample.Now + after, pause ?? Pause, perDay, default);

    [Test]
    public async Task An_address_rests_for_the_pause()
    {
        var (address, other) = (Sample.Bytes(32), Sample.Bytes(32));
        Assert.That(await BookAsync(address, TimeSpan.Zero), Is.True);
        Assert.That(await BookAsync(address, Pause - TimeSpan.FromMicroseconds(1)), Is.False);
        Assert.That(await BookAsync(other, TimeSpan.Zero), Is.True);
        Assert.That(await BookAsync(address, Pause), Is.True);
        Assert.That(await BookAsync(address, Pause), Is.False);
    }

    [Test]
    public async Task A_day_has_its_number_and_the_next_day_its_own()
    {
        var address = Sample.Bytes(32);
        for (var mail = 0; mail < 3; mail++)
            Assert.That(await BookAsync(address, mail * Pause, perDay: 3), Is.True);
        Assert.That(await BookAsync(address, TimeSpan.FromHours(23), perDay: 3), Is.False);
        for (var mail = 0; mail < 3; mail++)
            Assert.That(await BookAsync(address, TimeSpan.FromDays(1) + (mail * Pause), perDay: 3), Is.True);
        Assert.That(await BookAsync(address, TimeSpan.FromDays(1) + (3 * Pause), perDay: 3), Is.False);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Of_64_at_once_one_books(bool known)
    {
        var address = Sample.Bytes(32);
        if (known)
            await BookAsync(address, -Pause);
        var booked = await Race.RunAsync(64, _ => BookAsync(address, TimeSpan.Zero));
        Assert.That(booked.Count(allowed => allowed), Is.EqualTo(1));
    }

    [Test]
    public async Task Without_a_pause_64_at_once_book_no_more_than_a_day_has()
    {
        var address = Sample.Bytes(32);
        await BookAsync(address, TimeSpan.Zero);
        var booked = await Race.RunAsync(64, _ => BookAsync(address, TimeSpan.Zero, perDay: 10, pause: TimeSpan.Zero));
        Assert.That(booked.Count(allowed => allowed), Is.EqualTo(9));
    }

    [Test]
    public async Task What_is_unused_is_removed_and_nothing_else()
    {
        var (unused, used) = (Sample.Bytes(32), Sample.Bytes(32));
        await BookAsync(unused, TimeSpan.FromDays(-1000));
        await BookAsync(used, TimeSpan.FromDays(-1000));
        await BookAsync(used, TimeSpan.FromDays(-1000) + Pause);
        Assert.That(await Database.MailRecipients.DeleteUnusedAsync(Sample.Now.AddDays(-1000), default), Is.EqualTo(1));
        Assert.That(await BookAsync(used, TimeSpan.FromDays(-1000) + Pause), Is.False);
        Assert.That(await BookAsync(unused, TimeSpan.FromDays(-1000) + Pause), Is.True);
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var address = Sample.Bytes(32);
        Cancelled.Refuses(
            token => Database.MailRecipients.BookAsync(address, Sample.Now, Pause, 10, token),
            token => Database.MailRecipients.DeleteUnusedAsync(Sample.Now.AddYears(-100), token));
        Assert.That(await BookAsync(address, TimeSpan.Zero), Is.True);
    }
}
