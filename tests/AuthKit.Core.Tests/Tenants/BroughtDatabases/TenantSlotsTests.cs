using AuthKit.Conformance;
using AuthKit.Conformance.InMemory;
using AuthKit.Databases;
using AuthKit.Tenants;
using AuthKit.Tenants.Brought;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

public sealed class TenantSlotsTests
{
    private ITenantStore _store = null!;

    [SetUp]
    public void Empty() => _store = new InMemoryDatabase().Tenants;

    [Test]
    public async Task Of_64_who_come_at_once_as_many_get_in_as_the_quota_has_room_for()
    {
        var aliases = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(() => _store.AddAsync(Tenant(caller), slots: 10, default))));
        Assert.That(aliases.OfType<string>().Distinct().Count(), Is.EqualTo(10));
        Assert.That(await _store.ListSlotsAsync(default), Is.EquivalentTo(Enumerable.Range(0, 10)));
        Assert.That(await _store.AddAsync(Tenant(64), slots: 10, default), Is.Null);
    }

    [Test]
    public async Task Of_64_who_bring_the_same_database_one_makes_the_tenant_and_all_get_it()
    {
        var aliases = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _store.AddAsync(Tenant(1_000), slots: 20, default))));
        Assert.That(aliases.Distinct().Count(), Is.EqualTo(1));
        Assert.That(aliases[0], Is.Not.Null);
    }

    private static Func<int, TenantRecord> Tenant(int caller)
    {
        var fingerprint = new byte[32];
        BitConverter.TryWriteBytes(fingerprint, caller);
        return slot => new()
        {
            Alias = BroughtAlias.New(),
            Slot = slot,
            Engine = DatabaseEngine.PostgreSql.Name,
            Fingerprint = fingerprint,
            ProtectedConnection = [],
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
    }
}
