using AuthKit.Features.AuditLog;

namespace AuthKit.Core.Tests.Features.AuditLog;

public sealed class AuditIdsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void They_rise_within_a_millisecond_beyond_it_and_where_the_clock_is_set_back()
    {
        var ids = new AuditIds();
        Guid[] given = [.. Enumerable.Range(0, 10_000).Select(_ => ids.Next(Noon)), ids.Next(Noon.AddHours(-1)), ids.Next(Noon.AddHours(1))];

        Assert.That(given, Is.Ordered.Ascending.And.Unique);
        Assert.That(given.Select(id => (id.Version, id.Variant & 0xC)), Is.All.EqualTo((7, 8)));
        Assert.That(given[0], Is.GreaterThanOrEqualTo(AuditIds.From(Noon)).And.LessThan(AuditIds.From(Noon.AddMilliseconds(1))));
        Assert.That(given[^1], Is.GreaterThanOrEqualTo(AuditIds.From(Noon.AddHours(1))));
    }

    [Test]
    public async Task Of_64_at_once_no_two_have_the_same_place()
    {
        var ids = new AuditIds();

        var given = await AtOnce.RunAsync(64, _ => Task.FromResult(ids.Next(Noon)));

        Assert.That(given.Select(id => id.ToString()[..18]), Is.Unique);
    }

    [Test]
    public void The_earliest_time_has_a_bound_too() => Assert.That(AuditIds.From(DateTimeOffset.MinValue), Is.LessThan(AuditIds.From(Noon)));
}
