using AuthKit.Passwords;
using AuthKit.Passwords.Argon2;
using Microsoft.Extensions.Time.Testing;

namespace AuthKit.Core.Tests.Passwords.Argon2;

/// <summary>What a hash leaves behind: nothing on the managed heap to speak of, and no trace in the memory it worked in.</summary>
internal sealed unsafe class Argon2idMemoryTests
{
    [TestCase(64, 1, 1)]
    [TestCase(19456, 2, 1)]
    [TestCase(19456, 3, 4)]
    public void A_hash_allocates_less_than_1_KiB_whatever_its_parameters(int memoryKiB, int iterations, int parallelism)
    {
        var tag = new byte[32];
        void Hash() => Argon2id.Hash("password"u8, "somesaltsomesalt"u8, memoryKiB, iterations, parallelism, tag);
        Hash();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Hash();

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1024));
    }

    [Test]
    public void The_memory_is_cleared_after_use([ValueSource(typeof(Argon2TestPaths), nameof(Argon2TestPaths.All))] Argon2Path path)
    {
        Argon2TestPaths.IgnoreUnlessSupported(path);
        using var pool = new BlockMemoryPool(1, TimeSpan.FromMinutes(1), new FakeTimeProvider());
        var it = Argon2Case.Random(new Random(1)) with { MemoryKiB = 256, Parallelism = 2 };

        Argon2Computation.Run(it.ToInput(), new byte[it.TagLength], path, threads: 2, pool);

        var memory = pool.Rent(BlockMatrix.Size(lanes: 2, segmentLength: 32));
        Assert.That(pool.IdleCount, Is.Zero, "the memory that was used");
        Assert.That(new Span<byte>(memory.Blocks, (int)memory.Size).ContainsAnyExcept((byte)0), Is.False);
        pool.Return(memory);
    }

    [Test]
    public void Memory_comes_back_even_when_a_hash_fails()
    {
        using var pool = new BlockMemoryPool(1, TimeSpan.FromMinutes(1), new FakeTimeProvider());

        // No such path: it stands for whatever may go wrong on the way.
        Assert.Catch(() => Argon2Computation.Run(new() { MemoryKiB = 8, Iterations = 1, Parallelism = 1 }, new byte[32], (Argon2Path)(-1), 1, pool));

        Assert.That(pool.IdleCount, Is.EqualTo(1));
    }
}
