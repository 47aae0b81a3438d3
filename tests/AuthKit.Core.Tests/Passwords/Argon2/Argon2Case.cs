using AuthKit.Passwords.Argon2;

namespace AuthKit.Core.Tests.Passwords.Argon2;

/// <summary>One set of inputs to Argon2id.</summary>
internal sealed record Argon2Case(
    byte[] Password,
    byte[] Salt,
    byte[] Secret,
    byte[] AssociatedData,
    int MemoryKiB,
    int Iterations,
    int Parallelism,
    int TagLength)
{
    /// <summary>A random case: small enough to run thousands, odd enough to meet every edge.</summary>
    public static Argon2Case Random(Random random)
    {
        var parallelism = random.Next(1, 7);
        var least = 8 * parallelism;
        return new(
            Bytes(random, random.Next(4) == 0 ? random.Next(300) : random.Next(40)),
            Bytes(random, random.Next(8, 80)),
            Bytes(random, random.Next(2) == 0 ? 0 : random.Next(1, 140)),
            Bytes(random, random.Next(2) == 0 ? 0 : random.Next(1, 300)),
            random.Next(12) == 0 ? random.Next(least, least + 4000) : random.Next(least, least + 200),
            random.Next(1, 5),
            parallelism,
            random.Next(3) == 0 ? random.Next(4, 400) : random.Next(4, 66));
    }

    public byte[] Hash(Argon2Path path, int threads)
    {
        var tag = new byte[TagLength];
        Argon2Computation.Run(ToInput(), tag, path, threads, BlockMemoryPool.Shared);
        return tag;
    }

    public Argon2Input ToInput() => new()
    {
        Password = Password,
        Salt = Salt,
        Secret = Secret,
        AssociatedData = AssociatedData,
        MemoryKiB = MemoryKiB,
        Iterations = Iterations,
        Parallelism = Parallelism,
    };

    public override string ToString()
        => $"m={MemoryKiB},t={Iterations},p={Parallelism} |P|={Password.Length} |S|={Salt.Length} |K|={Secret.Length} |X|={AssociatedData.Length} T={TagLength}";

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
