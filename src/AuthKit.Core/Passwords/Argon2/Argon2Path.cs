namespace AuthKit.Passwords.Argon2;

/// <summary>The methods to compute G, by the width of the vectors used.</summary>
internal enum Argon2Path
{
    /// <summary>Words of 64 bits.</summary>
    Scalar,

    /// <summary>Vectors of 128 bits: SSSE3, or AdvSimd on Arm.</summary>
    Vector128,

    /// <summary>AVX2.</summary>
    Vector256,

    /// <summary>AVX-512F.</summary>
    Vector512,
}
