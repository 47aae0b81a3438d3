using System.Text;
using AuthKit.Grants;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IGrantStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class GrantStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private IGrantStore Grants => Database.Grants;

    private async Task<Grant> AddAsync(Grant grant)
    {
        Assert.That(await Grants.CreateAsync(grant, default), Is.True);
        return grant;
    }

    private async Task StandsAsAsync(Grant expected) =>
        Assert.That(await Grants.FindAsync(expected.Handle, default), Is.EqualTo(expected).UsingPropertiesComparer());

    [Test]
    public async Task Gives_back_every_field()
    {
        await StandsAsAsync(await AddAsync(Sample.Grant()));
        await StandsAsAsync(await AddAsync(Sample.Grant() with { ConsumedAt = Sample.Now.AddMicroseconds(1) }));
        await StandsAsAsync(await AddAsync(Sample.Grant(Guid.Empty)));
        await StandsAsAsync(await AddAsync(Sample.Grant() with { ClientId = "app", Data = Sample.Bytes(300) }));
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Gives_back_every_kind(GrantKind kind) => await StandsAsAsync(await AddAsync(Sample.Grant() with { Kind = kind }));

    private static GrantKind[] Kinds => Enum.GetValues<GrantKind>();

    [Test]
    public async Task Keeps_nothing_and_what_is_empty_apart()
    {
        await StandsAsAsync(await AddAsync(Sample.Grant() with { ClientId = null, Data = [] }));
        await StandsAsAsync(await AddAsync(Sample.Grant() with { ClientId = "", Data = null }));
    }

    [Test]
    public async Task Keeps_what_is_long() => await StandsAsAsync(await AddAsync(Sample.Grant() with { ClientId = new('c', 256), Data = Sample.Bytes(8000) }));

    [TestCaseSource(typeof(Texts), nameof(Texts.Hostile))]
    public async Task Takes_any_text_for_what_it_is(string text) =>
        await StandsAsAsync(await AddAsync(Sample.Grant() with { ClientId = text[..Math.Min(text.Length, 256)], Data = Encoding.UTF8.GetBytes(text) }));

    [Test]
    public async Task Refuses_a_handle_that_another_has()
    {
        var grant = await AddAsync(Sample.Grant());
        Assert.That(await Grants.CreateAsync(Sample.Grant() with { Handle = grant.Handle, Kind = GrantKind.ClientAssertion }, default), Is.False);
        Assert.That(await Grants.CreateAsync(grant, default), Is.False);
        await StandsAsAsync(grant);
    }

    [Test]
    public async Task Of_64_who_want_one_handle_one_gets_it()
    {
        var handle = Sample.Bytes(16);
        var grants = Enumerable.Range(0, 64).Select(_ => Sample.Grant() with { Handle = handle }).ToArray();
        var results = await Race.RunAsync(grants.Length, caller => Grants.CreateAsync(grants[caller], default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
        await StandsAsAsync(grants[Array.IndexOf(results, true)]);
    }

    [Test]
    public async Task Finds_nothing_where_there_is_nothing() => Assert.That(await Grants.FindAsync(Sample.Bytes(16), default), Is.Null);

    [Test]
    public async Task Is_consumed_once()
    {
        var (grant, other) = (await AddAsync(Sample.Grant() with { ClientId = "app", Data = [1] }), await AddAsync(Sample.Grant()));
        Assert.That(await Grants.ConsumeAsync(grant.Handle, grant.SecretHash, Sample.Now, default), Is.True);
        Assert.That(await Grants.ConsumeAsync(grant.Handle, grant.SecretHash, Sample.Now.AddSeconds(1), default), Is.False);
        await StandsAsAsync(grant with { ConsumedAt = Sample.Now });
        await StandsAsAsync(other);
    }

    [Test]
    public async Task Is_not_consumed_by_a_wrong_secret()
    {
        var grant = await AddAsync(Sample.Grant());
        Assert.That(await Grants.ConsumeAsync(grant.Handle, Sample.Bytes(32), Sample.Now, default), Is.False);
        await StandsAsAsync(grant);
    }

    [Test]
    public async Task Is_not_consumed_once_expired_by_the_clock_of_the_caller()
    {
        var grant = await AddAsync(Sample.Grant());
        Assert.That(await Grants.ConsumeAsync(grant.Handle, grant.SecretHash, grant.ExpiresAt, default), Is.False);
        Assert.That(await Grants.ConsumeAsync(grant.Handle, grant.SecretHash, grant.ExpiresAt.AddMicroseconds(-1), default), Is.True);
    }

    [Test]
    public async Task Of_64_who_present_one_secret_one_consumes_it()
    {
        var grant = await AddAsync(Sample.Grant());
        var results = await Race.RunAsync(64, _ => Grants.ConsumeAsync(grant.Handle, grant.SecretHash, Sample.Now, default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
    }

    [Test]
    public async Task All_open_grants_of_a_user_are_consumed_together()
    {
        var (one, two) = (await AddAsync(Sample.Grant()), await AddAsync(Sample.Grant()));
        var second = await AddAsync(Sample.Grant(one.UserId));
        var used = await AddAsync(Sample.Grant(one.UserId) with { ConsumedAt = Sample.Now });
        var ofAnotherKind = await AddAsync(Sample.Grant(one.UserId) with { Kind = (GrantKind)99 });
        await Grants.ConsumeAllAsync(one.UserId, GrantKind.PasswordReset, Sample.Now.AddSeconds(1), default);
        await StandsAsAsync(one with { ConsumedAt = Sample.Now.AddSeconds(1) });
        await StandsAsAsync(second with { ConsumedAt = Sample.Now.AddSeconds(1) });
        await StandsAsAsync(used);
        await StandsAsAsync(ofAnotherKind);
        await StandsAsAsync(two);
    }

    [Test]
    public async Task What_has_expired_is_removed_and_nothing_else()
    {
        var then = Sample.Now.AddYears(-1);
        var gone = await AddAsync(Sample.Grant() with { ExpiresAt = then });
        var kept = await AddAsync(Sample.Grant() with { ExpiresAt = then.AddMicroseconds(1), ConsumedAt = then });
        Assert.That(await Grants.DeleteExpiredAsync(then, default), Is.EqualTo(1));
        Assert.That(await Grants.FindAsync(gone.Handle, default), Is.Null);
        await StandsAsAsync(kept);
    }

    [Test]
    public async Task However_much_has_expired_is_removed()
    {
        var then = Sample.Now.AddYears(-2);
        await Race.RunAsync(8, async _ =>
        {
            for (var i = 0; i < 130; i++)
                await AddAsync(Sample.Grant() with { ExpiresAt = then });
        });
        Assert.That(await Grants.DeleteExpiredAsync(then, default), Is.EqualTo(8 * 130));
        Assert.That(await Grants.DeleteExpiredAsync(then, default), Is.Zero);
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var grant = await AddAsync(Sample.Grant());
        var never = Sample.Grant();
        Cancelled.Refuses(
            token => Grants.CreateAsync(never, token),
            token => Grants.FindAsync(grant.Handle, token),
            token => Grants.ConsumeAsync(grant.Handle, grant.SecretHash, Sample.Now, token),
            token => Grants.ConsumeAllAsync(grant.UserId, grant.Kind, Sample.Now, token),
            token => Grants.DeleteExpiredAsync(Sample.Now.AddYears(9), token));
        Assert.That(await Grants.FindAsync(never.Handle, default), Is.Null);
        await StandsAsAsync(grant);
    }
}
