using System.Diagnostics;

namespace AuthKit.Benchmarks.Requests;

/// <summary>A host that runs, and the clients that are going to ask it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private HostProcess(Process process, Uri address, Spelling spelling, int clients)
    {
        (_process, Spelling) = (process, spelling);
        _http = new(new SocketsHttpHandler { UseCookies = false, ActivityHeadersPropagator = null }) { BaseAddress = address };
        Callers = [.. Enumerable.Range(0, clients).Select(_ => new Caller(_http, spelling))];
    }

    public Spelling Spelling { get; }

    public IReadOnlyList<Caller> Callers { get; }

    public int Id => _process.Id;

    /// <summary>Starts a host on a database that is empty, and gives each of its clients an account.</summary>
    public static async Task<HostProcess> StartAsync(Contender contender, bool hashes, string database, int clients)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [contender.Assembly, "serve", contender.Spelling.Host, hashes ? "hash" : "no-hash"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // A web project's hosts have the server's garbage collector; a console project's would not.
            Environment = { ["DATABASE"] = database, ["DOTNET_gcServer"] = "1" },
        })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{contender.Name} did not start.");
        var host = new HostProcess(process, new(address), contender.Spelling, clients);
        await Task.WhenAll(host.Callers.Select(caller => caller.PrepareAsync()));
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
