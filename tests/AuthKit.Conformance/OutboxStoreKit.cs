using AuthKit.Mail;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IOutboxStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class OutboxStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private IOutboxStore Outbox => Database.Outbox;

    private static DateTimeOffset Until => Sample.Now.AddMinutes(1);

    private async Task<OutboxMail> AddAsync(OutboxMail mail)
    {
        await Outbox.EnqueueAsync(mail, default);
        return mail;
    }

    private async Task<OutboxMail?> FindDueAsync(OutboxMail mail, DateTimeOffset now) =>
        (await Outbox.ListDueAsync(now, 10_000, default)).SingleOrDefault(due => due.Id == mail.Id);

    private async Task StandsAsAsync(OutboxMail expected) =>
        Assert.That(await FindDueAsync(expected, expected.DueAt), Is.EqualTo(expected).UsingPropertiesComparer());

    [Test]
    public async Task Gives_back_every_field()
    {
        await StandsAsAsync(await AddAsync(Sample.OutboxMail()));
        await StandsAsAsync(await AddAsync(Sample.OutboxMail() with { ProtectedData = Sample.Bytes(8000), Kind = new('k', 64), Attempts = 3 }));
        await StandsAsAsync(await AddAsync(Sample.OutboxMail() with { ProtectedData = null, DeadAt = Sample.Now }));
    }

    [Test]
    public async Task Is_due_at_its_time_and_not_before()
    {
        var mail = await AddAsync(Sample.OutboxMail());
        Assert.That(await FindDueAsync(mail, mail.DueAt.AddMicroseconds(-1)), Is.Null);
        Assert.That(await FindDueAsync(mail, mail.DueAt), Is.Not.Null);
    }

    [Test]
    public async Task The_longest_waiting_come_first_and_no_more_than_wanted()
    {
        var then = Sample.Now.AddYears(-20);
        var (second, first, third) = (Sample.OutboxMail() with { DueAt = then.AddSeconds(1) }, Sample.OutboxMail() with { DueAt = then }, Sample.OutboxMail() with { DueAt = then.AddSeconds(2) });
        foreach (var mail in new[] { second, first, third })
            await AddAsync(mail);
        Assert.That((await Outbox.ListDueAsync(third.DueAt, 2, default)).Select(mail => mail.Id), Is.EqualTo(new[] { first.Id, second.Id }));
    }

    [Test]
    public async Task Of_64_who_claim_one_mail_one_gets_it()
    {
        var mail = await AddAsync(Sample.OutboxMail());
        var results = await Race.RunAsync(64, caller => Outbox.ClaimAsync(mail, Until.AddSeconds(caller), default));
        var claimed = results.Single(result => result is not null)!;
        Assert.That(claimed.Attempts, Is.EqualTo(1));
        await StandsAsAsync(claimed);
    }

    [Test]
    public async Task A_claimed_mail_is_due_again_when_the_lease_ends()
    {
        var mail = await AddAsync(Sample.OutboxMail());
        var claimed = await Outbox.ClaimAsync(mail, Until, default);
        Assert.That(await FindDueAsync(mail, Until.AddMicroseconds(-1)), Is.Null);
        Assert.That(await Outbox.ClaimAsync(mail, Until.AddHours(1), default), Is.Null);
        var again = await Outbox.ClaimAsync((await FindDueAsync(mail, Until))!, Until.AddHours(1), default);
        Assert.That(again!.Attempts, Is.EqualTo(2));
        await Outbox.PostponeAsync(claimed!, Sample.Now, default);
        await Outbox.BuryAsync(claimed!, Sample.Now, default);
        await StandsAsAsync(again);
    }

    [Test]
    public async Task A_postponed_mail_is_due_later()
    {
        var claimed = (await Outbox.ClaimAsync(await AddAsync(Sample.OutboxMail()), Until, default))!;
        await Outbox.PostponeAsync(claimed, Until.AddHours(1), default);
        Assert.That(await FindDueAsync(claimed, Until), Is.Null);
        await StandsAsAsync(claimed with { DueAt = Until.AddHours(1) });
    }

    [Test]
    public async Task A_dead_mail_is_kept_without_its_data_and_never_due()
    {
        var claimed = (await Outbox.ClaimAsync(await AddAsync(Sample.OutboxMail()), Until, default))!;
        await Outbox.BuryAsync(claimed, Until, default);
        Assert.That(await FindDueAsync(claimed, Sample.Now.AddYears(1000)), Is.Null);
        var kept = await FindDueAsync(claimed, new(9999, 6, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.That((kept!.ProtectedData, kept.DeadAt), Is.EqualTo((default(byte[]), (DateTimeOffset?)Until)));
    }

    [Test]
    public async Task A_sent_mail_is_gone()
    {
        var (sent, other) = (await AddAsync(Sample.OutboxMail()), await AddAsync(Sample.OutboxMail()));
        await Outbox.RemoveAsync(sent.Id, default);
        Assert.That(await FindDueAsync(sent, sent.DueAt), Is.Null);
        await StandsAsAsync(other);
    }

    [Test]
    public async Task What_is_old_is_removed_and_nothing_else()
    {
        var then = Sample.Now.AddYears(-3);
        await AddAsync(Sample.OutboxMail() with { CreatedAt = then });
        await AddAsync(Sample.OutboxMail() with { CreatedAt = then, DeadAt = then, ProtectedData = null });
        var kept = await AddAsync(Sample.OutboxMail() with { CreatedAt = then.AddMicroseconds(1) });
        Assert.That(await Outbox.DeleteEnqueuedAsync(then, default), Is.EqualTo(2));
        await StandsAsAsync(kept);
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var mail = await AddAsync(Sample.OutboxMail());
        var never = Sample.OutboxMail();
        Cancelled.Refuses(
            token => Outbox.EnqueueAsync(never, token),
            token => Outbox.ListDueAsync(Sample.Now, 1, token),
            token => Outbox.ClaimAsync(mail, Until, token),
            token => Outbox.PostponeAsync(mail, Until, token),
            token => Outbox.BuryAsync(mail, Until, token),
            token => Outbox.RemoveAsync(mail.Id, token),
            token => Outbox.DeleteEnqueuedAsync(Sample.Now.AddYears(9), token));
        Assert.That(await FindDueAsync(never, never.DueAt), Is.Null);
        await StandsAsAsync(mail);
    }
}
