using NUnit.Framework;

namespace AuthKit.TestSamples;

/// <summary>What scripts need. Where it is absent, the test is ignored and says how it can be installed.</summary>
public static class Installed
{
    private const string ChromiumPath = "/usr/bin/chromium";

    /// <summary>Debian's own, for which its modules are installed.</summary>
    public const string Python = "/usr/bin/python3";

    public static void RequireChromium() => Require(File.Exists(ChromiumPath), "Chromium", "eng/browser.sh");

    /// <param name="package">The package.</param>
    /// <param name="folder">Where it is installed, below <c>tests</c>.</param>
    /// <param name="installer">What installs it.</param>
    public static void RequireNodePackage(string package, string folder, string installer) =>
        Require(Directory.Exists(Path.Combine(Repository.Root, "tests", folder, "node_modules", package)), $"npm's {package}", installer);

    public static void RequirePythonModule(string module, string installer) =>
        Require(File.Exists(Python) && Directory.Exists($"/usr/lib/python3/dist-packages/{module}"), $"Python's {module}", installer);

    private static void Require(bool isThere, string what, string installer)
    {
        if (!isThere)
            Assert.Ignore($"{what} is not installed; {installer} installs it on Debian.");
    }
}
