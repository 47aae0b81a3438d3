using AuthKit.AuthorizationServer.Logouts;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="ILogoutNoticeStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class LogoutNoticeStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private ILogoutNoticeStore Notices => Database.LogoutNotices;

    private static DateTimeOffset Until => Sample.Now.AddMinutes(1);

    private async Task<LogoutNotice> AddAsync(LogoutNotice notice)
    {
        await Notices.EnqueueAsync(notice, default);
        return notice;
    }

    private async Task<LogoutNotice?> FindDueAsync(LogoutNotice notice, DateTimeOffset now) =>
        (await Notices.ListDueAsync(now, 10_000, default)).SingleOrDefault(due => due.Id == notice.Id);

    private async Task StandsAsAsync(LogoutNotice expected) =>
        Assert.That(await FindDueAsync(expected, expected.DueAt), Is.EqualTo(expected).UsingPropertiesComparer());

    [Test]
    public async Task Gives_back_every_field()
    {
        await StandsAsAsync(await AddAsync(Sample.LogoutNotice()));
        await StandsAsAsync(await AddAsync(Sample.LogoutNotice() with { ClientId = new('c', 256), Tenant = new('t', 64), Attempts = 3 }));
    }

    [Test]
    public async Task Is_due_at_its_time_and_not_before()
    {
        var notice = await AddAsync(Sample.LogoutNotice());
        Assert.That(await FindDueAsync(notice, notice.DueAt.AddMicroseconds(-1)), Is.Null);
        Assert.That(await FindDueAsync(notice, notice.DueAt), Is.Not.Null);
    }

    [Test]
    public async Task The_longest_waiting_come_first_and_no_more_than_wanted()
    {
        var then = Sample.Now.AddYears(-20);
        var (second, first, third) = (Sample.LogoutNotice() with { DueAt = then.AddSeconds(1) }, Sample.LogoutNotice() with { DueAt = then }, Sample.LogoutNotice() with { DueAt = then.AddSeconds(2) });
        foreach (var notice in new[] { second, first, third })
            await AddAsync(notice);
        Assert.That((await Notices.ListDueAsync(third.DueAt, 2, default)).Select(notice => notice.Id), Is.EqualTo(new[] { first.Id, second.Id }));
    }

    [Test]
    public async Task Of_64_who_claim_one_notice_one_gets_it()
    {
        var notice = await AddAsync(Sample.LogoutNotice());
        var results = await Race.RunAsync(64, caller => Notices.ClaimAsync(notice, Until.AddSeconds(caller), default));
        var claimed = results.Single(result => result is not null)!;
        Assert.That(claimed.Attempts, Is.EqualTo(1));
        await StandsAsAsync(claimed);
    }

    [Test]
    public async Task A_claimed_notice_is_due_again_when_the_lease_ends()
    {
        var notice = await AddAsync(Sample.LogoutNotice());
        var claimed = await Notices.ClaimAsync(notice, Until, default);
        Assert.That(await FindDueAsync(notice, Until.AddMicroseconds(-1)), Is.Null);
        Assert.That(await Notices.ClaimAsync(notice, Until.AddHours(1), default), Is.Null);
        var again = await Notices.ClaimAsync((await FindDueAsync(notice, Until))!, Until.AddHours(1), default);
        Assert.That(again!.Attempts, Is.EqualTo(2));
        await Notices.PostponeAsync(claimed!, Sample.Now, default);
        await StandsAsAsync(again);
    }

    [Test]
    public async Task A_postponed_notice_is_due_later()
    {
        var claimed = (await Notices.ClaimAsync(await AddAsync(Sample.LogoutNotice()), Until, default))!;
        await Notices.PostponeAsync(claimed, Until.AddHours(1), default);
        Assert.That(await FindDueAsync(claimed, Until), Is.Null);
        await StandsAsAsync(claimed with { DueAt = Until.AddHours(1) });
    }

    [Test]
    public async Task What_was_told_is_gone()
    {
        var (told, other) = (await AddAsync(Sample.LogoutNotice()), await AddAsync(Sample.LogoutNotice()));
        await Notices.RemoveAsync(told.Id, default);
        Assert.That(await FindDueAsync(told, told.DueAt), Is.Null);
        await StandsAsAsync(other);
    }
}
