using AuthKit.Tokens;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IKeyStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class KeyStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private static readonly DateTimeOffset LongAfter = new(9999, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private IKeyStore Keys => Database.Keys;

    /// <summary>Every test begins with an empty ring.</summary>
    [SetUp]
    public async Task EmptyAsync() => await Keys.DeleteExpiredAsync(LongAfter, default);

    [Test]
    public async Task Gives_back_every_field()
    {
        var key = Sample.Key(1);
        var lasting = Sample.Key(1, KeyUse.Directory) with { PublicKey = [], RetiresAt = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero), ExpiresAt = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        Assert.That(await Keys.AddAsync(key, default), Is.True);
        Assert.That(await Keys.AddAsync(lasting, default), Is.True);
        var all = await Keys.ListAsync(default);
        Assert.That(all.OrderBy(found => found.Use), Is.EqualTo(new[] { key, lasting }).UsingPropertiesComparer());
    }

    [Test]
    public async Task Keeps_a_long_key()
    {
        var key = Sample.Key(1) with { PublicKey = Sample.Bytes(1024), ProtectedKey = Sample.Bytes(8000) };
        await Keys.AddAsync(key, default);
        Assert.That((await Keys.ListAsync(default)).Single(), Is.EqualTo(key).UsingPropertiesComparer());
    }

    [Test]
    public async Task Has_nothing_to_begin_with() => Assert.That(await Keys.ListAsync(default), Is.Empty);

    [Test]
    public async Task Refuses_a_generation_that_its_use_has()
    {
        var first = Sample.Key(1);
        Assert.That(await Keys.AddAsync(first, default), Is.True);
        Assert.That(await Keys.AddAsync(Sample.Key(1), default), Is.False);
        Assert.That((await Keys.ListAsync(default)).Single().Id, Is.EqualTo(first.Id));
        Assert.That(await Keys.AddAsync(Sample.Key(2), default), Is.True);
        Assert.That(await Keys.AddAsync(Sample.Key(1, KeyUse.Directory), default), Is.True);
    }

    [Test]
    public async Task Of_eight_nodes_one_adds_a_generation()
    {
        var results = await Race.RunAsync(8, _ => Keys.AddAsync(Sample.Key(1), default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
        Assert.That(await Keys.ListAsync(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Removes_what_has_expired_and_nothing_else()
    {
        var (gone, kept) = (Sample.Key(1), Sample.Key(2));
        await Keys.AddAsync(gone, default);
        await Keys.AddAsync(kept with { ExpiresAt = gone.ExpiresAt.AddMicroseconds(1) }, default);
        Assert.That(await Keys.DeleteExpiredAsync(gone.ExpiresAt, default), Is.EqualTo(1));
        Assert.That((await Keys.ListAsync(default)).Single().Id, Is.EqualTo(kept.Id));
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        Cancelled.Refuses(
            token => Keys.AddAsync(Sample.Key(1), token),
            token => Keys.ListAsync(token),
            token => Keys.DeleteExpiredAsync(LongAfter, token));
        Assert.That(await Keys.ListAsync(default), Is.Empty);
    }
}
