using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AuthKit.Passwords.Argon2;

/// <summary>Which methods to compute G this processor has.</summary>
internal static class Argon2Paths
{
    /// <summary>The supported way with the widest vectors.</summary>
    public static Argon2Path Widest
        => IsSupported(Argon2Path.Vector512) ? Argon2Path.Vector512
        : IsSupported(Argon2Path.Vector256) ? Argon2Path.Vector256
        : IsSupported(Argon2Path.Vector128) ? Argon2Path.Vector128
        : Argon2Path.Scalar;

    /// <summary>Whether the processor, and the runtime's judgement of it, allow a way.</summary>
    public static bool IsSupported(Argon2Path path) => path switch
    {
        // The runtime answers no to the first question on processors that slow down under 512-bit vectors.
        Argon2Path.Vector512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        Argon2Path.Vector256 => Avx2.IsSupported,
        Argon2Path.Vector128 => Ssse3.IsSupported || AdvSimd.IsSupported,
        _ => true,
    };
}
