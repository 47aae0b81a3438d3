using System.Runtime.InteropServices;
using AuthKit.Passwords.Argon2;

namespace AuthKit.Benchmarks.Argon2;

/// <summary>Who takes part: what is installed, and every path this processor has.</summary>
internal static class Contenders
{
    /// <summary>Names a shared library of the C reference built without SIMD, which no distribution carries.</summary>
    private const string WithoutSimd = "LIBARGON2_WITHOUT_SIMD";

    public static IReadOnlyList<Contender> All()
    {
        var all = new List<Contender>();
        if (Libsodium.IsInstalled)
            all.Add(new Libsodium());
        if (NativeLibrary.TryLoad(Libargon2.Installed, out var installed))
            all.Add(new Libargon2("libargon2", installed));
        if (Environment.GetEnvironmentVariable(WithoutSimd) is { } path)
            all.Add(new Libargon2("libargon2 without SIMD", NativeLibrary.Load(path)));

        var paths = Enum.GetValues<Argon2Path>().Where(Argon2Paths.IsSupported).Reverse();
        all.AddRange(paths.Select(p => new AuthKitArgon2(p)));
        return all;
    }
}
