using System.Runtime.InteropServices;

namespace AuthKit.Benchmarks.Argon2;

/// <summary>libsodium, which has one lane only.</summary>
internal sealed unsafe partial class Libsodium() : Contender("libsodium")
{
    private const string Library = "libsodium.so.23";
    private const int Argon2id13 = 2;

    static Libsodium()
    {
        // Until it has looked at the processor, it uses no vectors.
        sodium_init();
    }

    public static bool IsInstalled { get; } = NativeLibrary.TryLoad(Library, out _);

    public override bool Supports(Cost cost) => cost.Parallelism == 1;

    public override void Hash(Cost cost, int threads, Span<byte> tag)
    {
        fixed (byte* output = tag, password = Password, salt = Salt)
        {
            var error = crypto_pwhash(output, (ulong)tag.Length, password, (ulong)Password.Length, salt, (ulong)cost.Iterations, (nuint)cost.MemoryKiB * 1024, Argon2id13);
            if (error != 0)
                throw new InvalidOperationException($"libsodium refused {cost}.");
        }
    }

    [LibraryImport(Library)]
    private static partial int sodium_init();

    [LibraryImport(Library)]
    private static partial int crypto_pwhash(byte* output, ulong outputLength, byte* password, ulong passwordLength, byte* salt, ulong operations, nuint memory, int algorithm);
}
