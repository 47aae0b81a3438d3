using AuthKit.Passwords.Argon2;

namespace AuthKit.Core.Tests.Passwords.Argon2;

/// <summary>The ways to compute G, each once; the tests of one that this processor lacks are ignored.</summary>
internal static class Argon2TestPaths
{
    public static Argon2Path[] All { get; } = Enum.GetValues<Argon2Path>();

    public static IEnumerable<Argon2Path> Supported => All.Where(Argon2Paths.IsSupported);

    public static void IgnoreUnlessSupported(Argon2Path path)
    {
        if (!Argon2Paths.IsSupported(path))
            Assert.Ignore($"This processor, or this runtime's settings, have no {path} path.");
    }
}
