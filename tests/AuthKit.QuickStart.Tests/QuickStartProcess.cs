using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace AuthKit.QuickStart.Tests;

/// <summary>QuickStart as a user runs it: a process, on a free loopback port, with its files in a folder of the test's.</summary>
internal sealed class QuickStartProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private QuickStartProcess(Process process, string address) => (_process, Client) = (process, new() { BaseAddress = new(address) });

    public HttpClient Client { get; }

    public string Address => Client.BaseAddress!.AbsoluteUri.TrimEnd('/');

    public static async Task<QuickStartProcess> StartAsync(string folder, params string[] settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var configuration = new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name;
        var sample = Path.Combine(Repository.Root, "samples", "QuickStart");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = sample, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        string[] arguments =
        [
            Path.Combine(sample, "bin", configuration, "net10.0", "QuickStart.dll"),
            "--urls", address,
            $"--AuthKit:Database:ConnectionString=Data Source={Path.Combine(folder, "authkit.db")}",
            $"--AuthKit:Tenants:0:ConnectionString=Data Source={Path.Combine(folder, "demo.db")}",
            $"--AuthKit:Mail:PickupDirectory={Path.Combine(folder, "outbox")}",
            "--AuthKit:RateLimits:Enabled=false",
            .. settings,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = new Process { StartInfo = start };
        await ListeningAsync(process);
        return new(process, address);
    }

    public async Task<(int Status, JsonNode? Body)> PostAsync(string path, object body)
    {
        using var response = await Client.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>SIGKILL: no shutdown of any kind.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static async Task ListeningAsync(Process process)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                listening.TrySetException(new InvalidOperationException("QuickStart ended before it listened."));
            else if (line.Data.Contains("Application started", StringComparison.Ordinal))
                listening.TrySetResult();
        };
        process.Start();
        process.BeginOutputReadLine();
        await listening.Task.WaitAsync(StartTimeout);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
