using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using AuthKit.QuickStart.Tests.Engines;
using AuthKit.TestServers;

namespace AuthKit.QuickStart.Tests;

/// <summary>Every line for the shell that the README and QuickStart's page show succeeds as it is printed, in the order in which it is.</summary>
public sealed partial class LinesTests : QuickStartFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task They_succeed_on_SQLite()
    {
        await using var host = await QuickStartProcess.StartAsync(Folder);
        await RunAllAsync(host);
    }

    [Test]
    public async Task They_succeed_on_PostgreSQL()
    {
        await using var database = await OwnDatabase.CreateAsync(SqlTestServer.PostgreSql);
        await using var host = await QuickStartProcess.StartAsync(Folder, new Dictionary<string, string>
        {
            ["AuthKit:Database:KeyIdentifier"] = "PSGSQL",
            ["AuthKit:Database:ConnectionString"] = database.ConnectionString,
        });
        await RunAllAsync(host);
    }

    private async Task RunAllAsync(SampleProcess host)
    {
        var readme = CurlLine().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"))).Select(line => line.Groups["line"].Value).ToList();
        var page = Preformatted().Matches(await host.Client.GetStringAsync("/")).Select(lines => WebUtility.HtmlDecode(lines.Groups["lines"].Value)).ToList();
        Assert.That(readme, Has.Count.EqualTo(6), "one for each contract");
        Assert.That(page, Has.Count.GreaterThan(35));

        // A page that is opened again has accounts that nobody has made yet.
        var again = Preformatted().Matches(await host.Client.GetStringAsync("/")).Select(lines => WebUtility.HtmlDecode(lines.Groups["lines"].Value));
        foreach (var lines in readme.Select(line => line.Replace("http://127.0.0.1:5080", host.Address, StringComparison.Ordinal)).Append(string.Join('\n', page)).Append(string.Join('\n', again)))
            await RunAsync(lines);
    }

    private async Task RunAsync(string lines)
    {
        // As printed, but that an answer of 400 or more is a failure.
        var script = $"set -eEo pipefail\ntrap 'echo \"failed: $BASH_COMMAND\" >&2' ERR\ncurl() {{ command curl -sS --fail-with-body \"$@\"; }}\n{lines}\n";
        var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await using var _ = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{errors}\n{await output}");
    }

    [GeneratedRegex("`(?<line>curl [^`]+)`")]
    private static partial Regex CurlLine();

    [GeneratedRegex("<pre>(?<lines>.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Preformatted();
}
