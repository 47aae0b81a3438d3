namespace AuthKit.Tokens;

/// <summary>What a key of the ring is for.</summary>
public enum KeyUse
{
    /// <summary>Signing with ES256 (RFC 7518 §3.4).</summary>
    Es256 = 1,

    /// <summary>Keyed hashes of names; it never rotates.</summary>
    Directory = 2,

    /// <summary>Signing with RS256 (RFC 7518 §3.3).</summary>
    Rs256 = 3,
}
