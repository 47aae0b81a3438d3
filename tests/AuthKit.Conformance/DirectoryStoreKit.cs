using AuthKit.Tenants;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IDirectoryStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class DirectoryStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private IDirectoryStore Directory => Database.Directory;

    [Test]
    public async Task Tells_where_names_live()
    {
        var (email, name, other) = (Sample.Bytes(32), Sample.Bytes(32), Sample.Bytes(32));
        await Directory.AddAsync([email, name], "acme", Sample.Now, default);
        Assert.That(await Directory.FindAsync(email, default), Is.EqualTo(new[] { "acme" }));
        Assert.That(await Directory.FindAsync(name, default), Is.EqualTo(new[] { "acme" }));
        Assert.That(await Directory.FindAsync(other, default), Is.Empty);
    }

    [Test]
    public async Task A_name_lives_in_several_tenants()
    {
        var name = Sample.Bytes(32);
        await Directory.AddAsync([name], "acme", Sample.Now, default);
        await Directory.AddAsync([name], "ACME", Sample.Now, default);
        await Directory.AddAsync([name], "globex", Sample.Now, default);
        Assert.That(await Directory.FindAsync(name, default), Is.EquivalentTo(new[] { "acme", "ACME", "globex" }));
    }

    [Test]
    public async Task A_name_leaves_one_tenant_and_no_other()
    {
        var (name, other) = (Sample.Bytes(32), Sample.Bytes(32));
        await Directory.AddAsync([name, other], "acme", Sample.Now, default);
        await Directory.AddAsync([name], "globex", Sample.Now, default);
        await Directory.RemoveAsync([name, Sample.Bytes(32)], "acme", default);
        Assert.That(await Directory.FindAsync(name, default), Is.EqualTo(new[] { "globex" }));
        Assert.That(await Directory.FindAsync(other, default), Is.EqualTo(new[] { "acme" }));
    }

    [Test]
    public async Task Tells_those_first_that_were_noted_first()
    {
        var name = Sample.Bytes(32);
        await Directory.AddAsync([name], "globex", Sample.Now.AddSeconds(1), default);
        await Directory.AddAsync([name], "acme", Sample.Now.AddSeconds(2), default);
        await Directory.AddAsync([name], "initech", Sample.Now, default);
        await Directory.AddAsync([name], "acme", Sample.Now.AddSeconds(-1), default);
        Assert.That(await Directory.FindAsync(name, default), Is.EqualTo(new[] { "initech", "globex", "acme" }));
    }

    [Test]
    public async Task Notes_nothing_twice()
    {
        var (known, added) = (Sample.Bytes(32), Sample.Bytes(32));
        await Directory.AddAsync([known], "acme", Sample.Now, default);
        await Directory.AddAsync([known, added, added], "acme", Sample.Now, default);
        Assert.That(await Directory.FindAsync(known, default), Is.EqualTo(new[] { "acme" }));
        Assert.That(await Directory.FindAsync(added, default), Is.EqualTo(new[] { "acme" }));
    }

    [Test]
    public async Task Eight_may_note_one_name_at_once()
    {
        var name = Sample.Bytes(32);
        await Race.RunAsync(8, caller => Directory.AddAsync([name], $"tenant-{caller % 2}", Sample.Now, default));
        Assert.That(await Directory.FindAsync(name, default), Is.EquivalentTo(new[] { "tenant-0", "tenant-1" }));
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var name = Sample.Bytes(32);
        Cancelled.Refuses(
            token => Directory.AddAsync([name], "acme", Sample.Now, token),
            token => Directory.FindAsync(name, token));
        Assert.That(await Directory.FindAsync(name, default), Is.Empty);
    }
}
