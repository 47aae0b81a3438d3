using System.Diagnostics;

namespace AuthKit.QuickStart.Tests;

public sealed class WithoutUnicodeTests : QuickStartFixture
{
    [Test]
    public async Task A_runtime_without_ICU_is_refused_at_start_and_told_what_to_do()
    {
        var configuration = new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name;
        var sample = Path.Combine(Repository.Root, "samples", "QuickStart");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(sample, "bin", configuration, "net10.0", "QuickStart.dll"), "--urls", "http://127.0.0.1:0", $"--AuthKit:Database:ConnectionString=Data Source={Path.Combine(Folder, "authkit.db")}"])
        {
            WorkingDirectory = sample,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.Not.Zero);
        Assert.That(errors + await output, Does.Contain("no ICU"));
    }
}
