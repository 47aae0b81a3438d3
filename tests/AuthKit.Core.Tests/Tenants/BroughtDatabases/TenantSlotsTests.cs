using System.Security.Cryptography;
using AuthKit.Conformance;
using AuthKit.Conformance.InMemory;
using AuthKit.Databases;
using AuthKit.Tenants;
using AuthKit.Tenants.Brought;
using Microsoft.Extensions.Time.Testing;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

public sealed class TenantSlotsTests
{
    private static readonly byte[] Here = [1, .. new byte[31]];
    private static readonly byte[] There = [2, .. new byte[31]];

    private FakeTimeProvider _clock = null!;
    private ITenantStore _store = null!;

    [SetUp]
    public void Empty() => (_store, _clock) = (new InMemoryDatabase().Tenants, new FakeTimeProvider());

    [Test]
    public async Task Of_64_who_come_at_once_as_many_get_in_as_the_quota_has_room_for()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(() => Slots(10).AddAsync(Tenant(caller), default))));
        Assert.That(added.Where(tenant => tenant is not null).Select(tenant => tenant!.Value.Alias).Distinct().Count(), Is.EqualTo(10));
        Assert.That((await _store.ListAsync(default)).Select(tenant => tenant.Slot), Is.EquivalentTo(Enumerable.Range(0, 10)));
        Assert.That(await Slots(10).AddAsync(Tenant(64), default), Is.Null);
    }

    [Test]
    public async Task Of_64_who_bring_the_same_database_one_makes_the_tenant_and_all_get_it()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Slots(20).AddAsync(Tenant(1_000), default))));
        Assert.That(added, Has.None.Null);
        Assert.That(added.Select(tenant => tenant!.Value.Alias).Distinct().Count(), Is.EqualTo(1));
        Assert.That(added.Count(tenant => tenant!.Value.IsNew), Is.EqualTo(1));
    }

    [Test]
    public async Task One_network_does_not_take_them_all()
    {
        for (var caller = 0; caller < 20; caller++)
            await Slots(8).AddAsync(Tenant(caller, Here), default);
        Assert.That(await _store.ListAsync(default), Has.Count.EqualTo(2), "a quarter");
        Assert.That(await Slots(8).HasRoomAsync(Here, default), Is.False);
        Assert.That(await Slots(8).AddAsync(Tenant(20, There), default), Is.Not.Null);
    }

    [Test]
    public async Task Not_even_with_64_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(() => Slots(8).AddAsync(Tenant(caller, Here), default))));
        Assert.That((await _store.ListAsync(default)).Count, Is.AtMost(2));
    }

    [Test]
    public async Task One_that_nobody_registered_in_makes_room_after_an_hour()
    {
        var first = await Slots(1).AddAsync(Tenant(1, Here), default);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.That(await Slots(1).AddAsync(Tenant(2, There), default), Is.Null);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var second = await Slots(1).AddAsync(Tenant(2, There), default);
        Assert.That((await _store.ListAsync(default)).Select(tenant => tenant.Alias), Is.EqualTo(new[] { second?.Alias }).And.Not.EqualTo(new[] { first?.Alias }));
    }

    [Test]
    public async Task One_that_is_used_is_kept_for_90_days_from_its_last_use()
    {
        await Slots(1).AddAsync(Tenant(1, Here), default);
        await KeepAsync();
        for (var months = 0; months < 12; months++)
        {
            _clock.Advance(TimeSpan.FromDays(30));
            Assert.That(await Slots(1).AddAsync(Tenant(2, There), default), Is.Null);
            await KeepAsync();
        }

        _clock.Advance(TimeSpan.FromDays(90));
        Assert.That(await Slots(1).AddAsync(Tenant(2, There), default), Is.Not.Null);

        async Task KeepAsync() => await Slots(1).KeepAsync((await _store.ListAsync(default)).Single(), default);
    }

    [Test]
    public async Task One_of_schema_version_3_is_kept_for_90_days_from_its_making()
    {
        await _store.AddAsync(Tenant(1), default);
        _clock.Advance(TimeSpan.FromDays(89));
        Assert.That(await Slots(1).AddAsync(Tenant(2, There), default), Is.Null);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await Slots(1).AddAsync(Tenant(2, There), default), Is.Not.Null);
    }

    private TenantSlots Slots(int slots) => new(_store, new() { MaxTenants = slots }, _clock);

    private TenantRecord Tenant(int caller, byte[]? from = null)
    {
        var fingerprint = SHA256.HashData(BitConverter.GetBytes(caller));
        return new()
        {
            Alias = BroughtAlias.Of(fingerprint),
            Slot = 0,
            Engine = DatabaseEngine.PostgreSql.Name,
            Fingerprint = fingerprint,
            ProtectedConnection = [],
            CreatedAt = _clock.GetUtcNow(),
            BroughtFrom = from,
        };
    }
}
