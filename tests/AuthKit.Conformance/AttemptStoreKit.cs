using AuthKit.Users.Attempts;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IAttemptStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class AttemptStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private IAttemptStore Attempts => Database.Attempts;

    private static FailedAttempts First() => new() { Subject = Sample.Bytes(32), Failures = 1, LastFailure = Sample.Now, ExpiresAt = Sample.Now.AddDays(1) };

    private static FailedAttempts After(FailedAttempts attempts) => attempts with
    {
        Failures = attempts.Failures + 1,
        LastFailure = attempts.LastFailure.AddSeconds(1),
        ExpiresAt = attempts.ExpiresAt.AddSeconds(1),
    };

    private async Task<FailedAttempts> AddAsync()
    {
        var first = First();
        Assert.That(await Attempts.AddAsync(first, default), Is.True);
        return first;
    }

    private async Task StandsAsync(byte[] subject, FailedAttempts? expected) =>
        Assert.That(await Attempts.FindAsync(subject, default), Is.EqualTo(expected).UsingPropertiesComparer());

    [Test]
    public async Task Keeps_a_count()
    {
        var first = await AddAsync();
        await StandsAsync(first.Subject, first);
        Assert.That(await Attempts.FindAsync(Sample.Bytes(32), default), Is.Null);
    }

    [Test]
    public async Task Begins_a_count_once()
    {
        var first = await AddAsync();
        Assert.That(await Attempts.AddAsync(After(first), default), Is.False);
        await StandsAsync(first.Subject, first);
    }

    [Test]
    public async Task One_of_64_at_once_counts_and_all_see_what_stands()
    {
        var first = await AddAsync();
        var results = await Race.RunAsync(64, _ => Attempts.ReplaceAsync(first, After(first), default));
        Assert.That(results.Count(result => result.Replaced), Is.EqualTo(1));
        Assert.That(results.Select(result => result.Current!.Failures), Is.All.EqualTo(2));
        await StandsAsync(first.Subject, After(first));
    }

    [Test]
    public async Task Replaces_nothing_where_there_is_nothing()
    {
        var never = First();
        var result = await Attempts.ReplaceAsync(never, After(never), default);
        Assert.That((result.Replaced, result.Current), Is.EqualTo((false, (FailedAttempts?)null)));
    }

    [Test]
    public async Task Forgets_one_subject_and_no_other()
    {
        var (first, other) = (await AddAsync(), await AddAsync());
        await Attempts.ClearAsync(first.Subject, default);
        Assert.That(await Attempts.FindAsync(first.Subject, default), Is.Null);
        await StandsAsync(other.Subject, other);
    }

    [Test]
    public async Task Sweeps_what_is_forgotten()
    {
        var (old, young) = (First() with { ExpiresAt = Sample.Now.AddYears(-9) }, First() with { ExpiresAt = Sample.Now.AddYears(-8) });
        await Attempts.AddAsync(old, default);
        await Attempts.AddAsync(young, default);
        Assert.That(await Attempts.DeleteExpiredAsync(old.ExpiresAt, default), Is.EqualTo(1));
        Assert.That(await Attempts.FindAsync(old.Subject, default), Is.Null);
        await StandsAsync(young.Subject, young);
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var (first, never) = (await AddAsync(), First());
        Cancelled.Refuses(
            token => Attempts.FindAsync(first.Subject, token),
            token => Attempts.AddAsync(never, token),
            token => Attempts.ReplaceAsync(first, After(first), token),
            token => Attempts.ClearAsync(first.Subject, token));
        Assert.That(await Attempts.FindAsync(never.Subject, default), Is.Null);
        await StandsAsync(first.Subject, first);
    }
}
