using AuthKit.Tenants;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="ITenantStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class TenantStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private ITenantStore Tenants => Database.Tenants;

    [Test]
    public async Task Gives_back_every_field()
    {
        var tenant = Sample.Tenant() with { Engine = "Firebird", BroughtFrom = Sample.Bytes(32), KeptUntil = Sample.Now.AddHours(1) };
        Assert.That(await Tenants.AddAsync(tenant, default), Is.True);
        Assert.That(await Tenants.FindByAliasAsync(tenant.Alias, default), Is.EqualTo(tenant).UsingPropertiesComparer());
        Assert.That(await Tenants.FindByFingerprintAsync(tenant.Fingerprint, default), Is.EqualTo(tenant).UsingPropertiesComparer());
        Assert.That((await Tenants.ListAsync(default)).Single(other => other.Alias == tenant.Alias), Is.EqualTo(tenant).UsingPropertiesComparer());
    }

    [Test]
    public async Task Keeps_a_long_connection_string()
    {
        var tenant = Sample.Tenant() with { ProtectedConnection = Sample.Bytes(8000) };
        await Tenants.AddAsync(tenant, default);
        Assert.That((await Tenants.FindByAliasAsync(tenant.Alias, default))!.ProtectedConnection, Is.EqualTo(tenant.ProtectedConnection));
    }

    [Test]
    public async Task Finds_nothing_where_there_is_nothing()
    {
        Assert.That(await Tenants.FindByAliasAsync(Sample.Unique(), default), Is.Null);
        Assert.That(await Tenants.FindByFingerprintAsync(Sample.Bytes(32), default), Is.Null);
    }

    [Test]
    public async Task Finds_an_alias_in_its_own_case_alone()
    {
        var tenant = Sample.Tenant();
        await Tenants.AddAsync(tenant, default);
        Assert.That(await Tenants.FindByAliasAsync(tenant.Alias.ToUpperInvariant(), default), Is.Null);
    }

    [Test]
    public async Task Refuses_an_alias_a_fingerprint_and_a_slot_that_another_has()
    {
        var tenant = Sample.Tenant();
        await Tenants.AddAsync(tenant, default);
        Assert.That(await Tenants.AddAsync(Sample.Tenant() with { Alias = tenant.Alias }, default), Is.False);
        Assert.That(await Tenants.AddAsync(Sample.Tenant() with { Fingerprint = tenant.Fingerprint }, default), Is.False);
        Assert.That(await Tenants.AddAsync(Sample.Tenant() with { Slot = tenant.Slot }, default), Is.False);
        Assert.That(await Tenants.FindByAliasAsync(tenant.Alias, default), Is.EqualTo(tenant).UsingPropertiesComparer());
    }

    [Test]
    public async Task Is_removed_only_as_it_was_seen()
    {
        var tenant = Sample.Tenant();
        await Tenants.AddAsync(tenant, default);
        await Tenants.KeepAsync(tenant.Alias, Sample.Now.AddDays(1), default);
        Assert.That(await Tenants.RemoveAsync(tenant, default), Is.False, "It is kept since.");
        var kept = (await Tenants.FindByAliasAsync(tenant.Alias, default))!;
        Assert.That(kept.KeptUntil, Is.EqualTo(Sample.Now.AddDays(1)));
        Assert.That(await Tenants.RemoveAsync(kept, default), Is.True);
        Assert.That(await Tenants.FindByAliasAsync(tenant.Alias, default), Is.Null);
        Assert.That(await Tenants.AddAsync(tenant, default), Is.True, "Its slot is free.");
        Assert.That(await Tenants.RemoveAsync(tenant, default), Is.True, "It was kept for no time.");
    }

    [Test]
    public async Task Of_64_who_want_one_slot_one_gets_it()
    {
        var slot = Sample.Tenant().Slot;
        var results = await Race.RunAsync(64, _ => Tenants.AddAsync(Sample.Tenant() with { Slot = slot }, default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
        Assert.That((await Tenants.ListAsync(default)).Count(tenant => tenant.Slot == slot), Is.EqualTo(1));
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var tenant = Sample.Tenant();
        Cancelled.Refuses(
            token => Tenants.AddAsync(tenant, token),
            token => Tenants.FindByAliasAsync(tenant.Alias, token),
            token => Tenants.FindByFingerprintAsync(tenant.Fingerprint, token),
            token => Tenants.ListAsync(token),
            token => Tenants.KeepAsync(tenant.Alias, Sample.Now, token),
            token => Tenants.RemoveAsync(tenant, token));
        Assert.That(await Tenants.FindByAliasAsync(tenant.Alias, default), Is.Null);
    }
}
