using AuthKit.Passwords.Argon2;

namespace AuthKit.Passwords;

/// <summary>What hashing a password costs, and how long salt and tag are.</summary>
/// <remarks>Raise the costs as machines get faster: hashes of lower cost stay valid and are upgraded at sign-in.</remarks>
public sealed class Argon2idOptions
{
    /// <summary>The memory of one hash in KiB, m: at least 8 for each lane, at most 262,144 (256 MiB).</summary>
    /// <value>19,456 KiB (19 MiB).</value>
    public int MemoryKiB { get; set; } = 19_456;

    /// <summary>The passes over the memory, t: at least 1, and m·t at most 1,048,576 KiB (1 GiB).</summary>
    /// <value>2.</value>
    public int Iterations { get; set; } = 2;

    /// <summary>The lanes that can be computed at the same time, p: 1 to 255.</summary>
    /// <value>1.</value>
    public int Parallelism { get; set; } = 1;

    /// <summary>The length of the random salt in bytes: 8 to 48.</summary>
    /// <value>16, as RFC 9106 §3.1 recommends.</value>
    public int SaltBytes { get; set; } = 16;

    /// <summary>The length of the tag in bytes: 12 to 64.</summary>
    /// <value>32.</value>
    public int TagBytes { get; set; } = 32;

    /// <summary>Says which bounds are broken, one sentence each; nothing when all is well.</summary>
    internal IEnumerable<string> Validate() => Argon2idLimits.Broken(MemoryKiB, Iterations, Parallelism, SaltBytes, TagBytes);
}
