using AuthKit.Passwords.Argon2;

namespace AuthKit.Benchmarks.Argon2;

/// <summary>AuthKit's own, on one of its paths.</summary>
internal sealed class AuthKitArgon2(Argon2Path path) : Contender($"AuthKit, {path}")
{
    private BlockMemoryPool _pool = NewPool();

    public override void Hash(Cost cost, int threads, Span<byte> tag)
    {
        var input = new Argon2Input
        {
            Password = Password,
            Salt = Salt,
            MemoryKiB = cost.MemoryKiB,
            Iterations = cost.Iterations,
            Parallelism = cost.Parallelism,
        };
        Argon2Computation.Run(input, tag, path, threads, _pool);
    }

    public override void Forget()
    {
        _pool.Dispose();
        _pool = NewPool();
    }

    private static BlockMemoryPool NewPool() => new(Environment.ProcessorCount, TimeSpan.FromMinutes(5), TimeProvider.System);
}
