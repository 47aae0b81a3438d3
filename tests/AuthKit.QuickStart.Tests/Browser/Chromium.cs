using System.Diagnostics;

namespace AuthKit.QuickStart.Tests.Browser;

/// <summary>Runs a script of this folder in the installed Chromium.</summary>
internal static class Chromium
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "AuthKit.QuickStart.Tests", "Browser");

    public static void Require()
    {
        if (!File.Exists("/usr/bin/chromium") || !Directory.Exists(Path.Combine(Folder, "node_modules", "playwright-core")))
            Assert.Ignore("Chromium or playwright-core is not installed; eng/browser.sh installs them on Debian.");
    }

    /// <summary>What the script printed.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(script))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await errors);
        return (await output).Trim();
    }
}
