namespace AuthKit.Passwords.Argon2;

/// <summary>The inputs of Argon2id apart from the tag's length (RFC 9106 §3.1).</summary>
internal readonly ref struct Argon2Input
{
    private const int Version = 0x13;
    /// <summary>The type y.</summary>
    public const int TypeArgon2id = 2;

    /// <summary>The message P.</summary>
    public ReadOnlySpan<byte> Password { get; init; }

    /// <summary>The nonce S.</summary>
    public ReadOnlySpan<byte> Salt { get; init; }

    /// <summary>The secret value K.</summary>
    public ReadOnlySpan<byte> Secret { get; init; }

    /// <summary>The associated data X.</summary>
    public ReadOnlySpan<byte> AssociatedData { get; init; }

    /// <summary>The memory size m, in KiB.</summary>
    public required int MemoryKiB { get; init; }

    /// <summary>The number of passes t.</summary>
    public required int Iterations { get; init; }

    /// <summary>The degree of parallelism p.</summary>
    public required int Parallelism { get; init; }

    /// <summary>Writes the 64-byte value H_0, which all blocks grow from (RFC 9106 §3.2, step 1).</summary>
    public void WriteH0(int tagLength, Span<byte> h0)
    {
        var blake = new Blake2b(Blake2b.MaxDigestLength);
        blake.Append(Parallelism);
        blake.Append(tagLength);
        blake.Append(MemoryKiB);
        blake.Append(Iterations);
        blake.Append(Version);
        blake.Append(TypeArgon2id);
        blake.Append(Password.Length);
        blake.Append(Password);
        blake.Append(Salt.Length);
        blake.Append(Salt);
        blake.Append(Secret.Length);
        blake.Append(Secret);
        blake.Append(AssociatedData.Length);
        blake.Append(AssociatedData);
        blake.Finish(h0);
    }
}
