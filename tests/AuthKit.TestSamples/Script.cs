using System.Diagnostics;
using NUnit.Framework;

namespace AuthKit.TestSamples;

/// <summary>A script beside the tests, in a language of its own.</summary>
/// <param name="program">What runs it.</param>
/// <param name="path">Its path below <c>tests</c>.</param>
public sealed class Script(string program, string path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _path = Path.Combine(Repository.Root, "tests", path);

    /// <summary>What it prints. A script that fails fails the test, which then shows all that it printed.</summary>
    public async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Path.GetDirectoryName(_path), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(_path))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await using var _ = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{await output}\n{await errors}");
        return (await output).Trim();
    }
}
