using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AuthKit.Passwords.Argon2;

/// <summary>The variable-length hash function H' (RFC 9106 §3.3).</summary>
internal static class VariableLengthHash
{
    /// <summary>Fills <paramref name="output"/> with H'^T(A), T being its length.</summary>
    public static void Compute(ReadOnlySpan<byte> input, Span<byte> output)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, output.Length);
        if (output.Length <= Blake2b.MaxDigestLength)
        {
            Blake2b.Hash(length, input, output);
            return;
        }

        Span<byte> v = stackalloc byte[Blake2b.MaxDigestLength];
        Blake2b.Hash(length, input, v);
        while (true)
        {
            // The first half of every V_i; the last V, of the 33 to 64 bytes that remain, is written whole.
            v[..32].CopyTo(output);
            output = output[32..];
            if (output.Length <= Blake2b.MaxDigestLength)
                break;

            Blake2b.Hash(v, [], v);
        }

        Blake2b.Hash(v, [], output);
        CryptographicOperations.ZeroMemory(v);
    }
}
