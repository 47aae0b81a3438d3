using System.Globalization;
using AuthKit.Passwords.Argon2;
using Microsoft.Extensions.Time.Testing;

namespace AuthKit.Core.Tests.Passwords.Argon2;

internal sealed unsafe class BlockMemoryPoolTests
{
    private const int Size = 64 * Block.Length;
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);

    private FakeTimeProvider _clock;
    private BlockMemoryPool _pool;

    [SetUp]
    public void SetUp()
    {
        _clock = new FakeTimeProvider();
        _pool = new BlockMemoryPool(capacity: 2, IdleTime, _clock);
    }

    [TearDown]
    public void TearDown() => _pool.Dispose();

    [Test]
    public void What_comes_back_is_cleared_and_lent_again()
    {
        var memory = _pool.Rent(Size);
        new Span<byte>(memory.Blocks, Size).Fill(0xAA);

        _pool.Return(memory);

        var again = _pool.Rent(Size);
        Assert.That(again, Is.SameAs(memory));
        Assert.That(new Span<byte>(again.Blocks, Size).ContainsAnyExcept((byte)0), Is.False);
        again.Dispose();
    }

    [Test]
    public void Memory_is_lent_for_its_own_size_only()
    {
        var memory = _pool.Rent(Size);
        _pool.Return(memory);

        using var other = _pool.Rent(Size / 2);

        Assert.That(other, Is.Not.SameAs(memory));
        Assert.That(other.Size, Is.EqualTo(Size / 2));
    }

    [Test]
    public void Vectors_find_their_memory_aligned()
    {
        using var memory = _pool.Rent(Size);

        Assert.That((ulong)memory.Blocks % 64, Is.Zero);
    }

    [Test]
    public void No_more_than_the_capacity_is_kept()
    {
        var memories = Enumerable.Range(0, 5).Select(_ => _pool.Rent(Size)).ToList();

        memories.ForEach(_pool.Return);

        Assert.That(_pool.IdleCount, Is.EqualTo(2));
        Assert.That(memories.Count(m => m.Blocks is null), Is.EqualTo(3), "the rest is given back");
    }

    [Test]
    public void What_stays_idle_is_given_back()
    {
        var memory = _pool.Rent(Size);
        _pool.Return(memory);

        _clock.Advance(IdleTime - TimeSpan.FromTicks(1));
        Assert.That(_pool.IdleCount, Is.EqualTo(1));

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.That(_pool.IdleCount, Is.Zero);
        Assert.That(memory.Blocks is null);
    }

    [Test]
    public void Each_is_given_back_when_its_own_time_is_up()
    {
        var (first, second) = (_pool.Rent(Size), _pool.Rent(Size));
        _pool.Return(first);
        _clock.Advance(TimeSpan.FromSeconds(10));
        _pool.Return(second);

        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.That(_pool.IdleCount, Is.EqualTo(1));

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That(_pool.IdleCount, Is.Zero);
    }

    [Test]
    public void What_is_in_use_is_never_idle()
    {
        _pool.Return(_pool.Rent(Size));
        _clock.Advance(TimeSpan.FromSeconds(20));
        var memory = _pool.Rent(Size);
        _clock.Advance(TimeSpan.FromSeconds(20));
        _pool.Return(memory);

        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.That(_pool.IdleCount, Is.EqualTo(1));
    }

    [Test]
    public void The_system_has_it_back_however_often_it_came_and_went()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("Only Linux says in /proc how much memory is resident.");

        const int Large = 19 << 20;
        for (var i = 0; i < 3; i++)
        {
            var before = ResidentKiB();
            var memory = _pool.Rent(Large);
            new Span<byte>(memory.Blocks, Large).Fill(0xAA);
            _pool.Return(memory);
            _clock.Advance(IdleTime);

            Assert.That(ResidentKiB() - before, Is.LessThan(Large / 1024 / 2));
        }
    }

    [Test]
    public void Memory_that_cannot_be_had_is_an_OutOfMemoryException()
        => Assert.Throws<OutOfMemoryException>(() => _pool.Rent(long.MaxValue));

    private static long ResidentKiB()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
