using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Passwords;

/// <summary>Hashes passwords with Argon2id, in PHC string form.</summary>
/// <param name="options">The cost of new hashes; stored ones of lower cost are to be upgraded.</param>
internal sealed class Argon2idPasswordHasher(Argon2idOptions options) : IPasswordHasher
{
    // What most passwords fit in; longer ones go to the heap.
    private const int StackBytes = 256;

    /// <inheritdoc/>
    public string Hash(string password)
    {
        var hash = new PhcString(
            options.MemoryKiB,
            options.Iterations,
            options.Parallelism,
            RandomNumberGenerator.GetBytes(options.SaltBytes),
            new byte[options.TagBytes]);
        Compute(hash, password, hash.Tag);
        return hash.ToString();
    }

    /// <inheritdoc/>
    public PasswordVerification Verify(string hash, string password)
    {
        if (PhcString.Parse(hash) is not { } stored)
            return PasswordVerification.Failed;

        Span<byte> tag = stackalloc byte[stored.Tag.Length];
        Compute(stored, password, tag);
        if (!CryptographicOperations.FixedTimeEquals(tag, stored.Tag))
            return PasswordVerification.Failed;

        return IsWeaker(stored) ? PasswordVerification.SucceededUpgradeNeeded : PasswordVerification.Succeeded;
    }

    private bool IsWeaker(PhcString stored)
        => stored.MemoryKiB < options.MemoryKiB
        || stored.Iterations < options.Iterations
        || stored.Salt.Length < options.SaltBytes
        || stored.Tag.Length < options.TagBytes;

    private static void Compute(PhcString hash, string password, Span<byte> tag)
    {
        var length = Encoding.UTF8.GetByteCount(password);

        // Pinned, so that the garbage collector leaves no copies behind when it moves things.
        var bytes = length <= StackBytes ? stackalloc byte[StackBytes] : GC.AllocateUninitializedArray<byte>(length, pinned: true);
        bytes = bytes[..length];
        try
        {
            Encoding.UTF8.GetBytes(password, bytes);
            Argon2id.Hash(bytes, hash.Salt, hash.MemoryKiB, hash.Iterations, hash.Parallelism, tag);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
