using System.Diagnostics;
using NUnit.Framework;

namespace AuthKit.TestServers;

/// <summary>A server of a fixture's own, durable, that it may stop and kill: a script of <c>eng/servers</c> runs it.</summary>
/// <param name="script">The script's name.</param>
public sealed class ScriptedServer(string script) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-server-");

    public string ConnectionString => File.ReadAllText(Path.Combine(_folder.FullName, "connection")).Trim();

    /// <exception cref="IgnoreException">The servers under test were not started by <c>eng/servers.sh</c>.</exception>
    public Task StartAsync() => RunAsync("start", _folder.FullName, "durable");

    public Task StopAsync() => RunAsync("stop", _folder.FullName);

    public Task KillAsync() => RunAsync("kill", _folder.FullName);

    /// <summary>Lets it take connections and answer nothing.</summary>
    public Task FreezeAsync() => RunAsync("freeze", _folder.FullName);

    /// <summary>Lets it go on.</summary>
    public Task ThawAsync() => RunAsync("thaw", _folder.FullName);

    public async ValueTask DisposeAsync()
    {
        if (Scripts is not null)
            await KillAsync();
        _folder.Delete(recursive: true);
    }

    private static string? Scripts => Environment.GetEnvironmentVariable("AUTHKIT_SERVERS");

    private async Task RunAsync(params string[] arguments)
    {
        if (Scripts is not { } scripts)
            throw new IgnoreException("Only servers that eng/servers.sh started can be taken away in mid-test.");
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(scripts, $"{script}.sh"), arguments) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, errors);
    }
}
