namespace AuthKit.Benchmarks.Argon2;

/// <summary>The parameters of a hash: memory m in KiB, passes t, lanes p.</summary>
internal sealed record Cost(int MemoryKiB, int Iterations, int Parallelism)
{
    public override string ToString() => $"m={MemoryKiB} KiB, t={Iterations}, p={Parallelism}";
}
