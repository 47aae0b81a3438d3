namespace AuthKit.OAuth.Tests;

/// <summary>OAuthServer, OAuthClient and McpServer, each kind in a folder of its own, as in the repository.</summary>
internal sealed class OAuthSamples : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-oauth-");
    private readonly List<SampleProcess> _running = [];

    public Task<SampleProcess> StartServerAsync(params IEnumerable<KeyValuePair<string, string>> settings) =>
        StartAsync("OAuthServer", new Dictionary<string, string>(settings) { ["AuthKit:RateLimits:Enabled"] = "false" });

    public Task<SampleProcess> StartMcpServerAsync() => StartAsync("McpServer", new Dictionary<string, string>());

    /// <param name="server">The server's address.</param>
    public Task<SampleProcess> StartClientAsync(string server) => StartAsync("OAuthClient", new Dictionary<string, string>(), "--Server", server);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running)
            await process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<SampleProcess> StartAsync(string sample, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var process = await SampleProcess.StartInAsync(Path.Combine(_folder.FullName, sample), sample, settings, arguments);
        _running.Add(process);
        return process;
    }
}
