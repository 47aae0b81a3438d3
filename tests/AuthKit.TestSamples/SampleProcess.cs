using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace AuthKit.TestSamples;

/// <summary>A sample as a user runs it: a process, on a free loopback port.</summary>
public sealed class SampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private SampleProcess(Process process, string address) => (_process, Client) = (process, new() { BaseAddress = new(address) });

    public HttpClient Client { get; }

    public string Address => Client.BaseAddress!.AbsoluteUri.TrimEnd('/');

    /// <param name="sample">The sample's name.</param>
    /// <param name="settings">Configuration, by the environment: what holds a password is in no list of processes.</param>
    /// <param name="arguments">Configuration by the command line, which comes before the environment.</param>
    public static Task<SampleProcess> StartAsync(string sample, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        StartAsync(sample, FolderOf(sample), settings, arguments);

    /// <summary>As above, with the sample's settings in a folder of the test's, where the sample leaves its files.</summary>
    public static Task<SampleProcess> StartInAsync(string folder, string sample, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        const string settingsFile = "appsettings.json";
        File.Copy(Path.Combine(FolderOf(sample), settingsFile), Path.Combine(Directory.CreateDirectory(folder).FullName, settingsFile), overwrite: true);
        return StartAsync(sample, folder, settings, arguments);
    }

    private static async Task<SampleProcess> StartAsync(string sample, string folder, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var configuration = new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var argument in (string[])[Path.Combine(FolderOf(sample), "bin", configuration, "net10.0", $"{sample}.dll"), "--urls", address, .. arguments])
            start.ArgumentList.Add(argument);
        var process = new Process { StartInfo = start };
        await ListeningAsync(process, sample);
        return new(process, address);
    }

    /// <summary>A port that nobody listens at for now.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public static (string Name, string Value) Bearer(string? accessToken) => ("Authorization", $"Bearer {accessToken}");

    public Task<(int Status, JsonNode? Body)> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<(int Status, JsonNode? Body)> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body), headers);

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

    private async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    private static async Task ListeningAsync(Process process, string sample)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                listening.TrySetException(new InvalidOperationException($"{sample} ended before it listened."));
            else if (line.Data.Contains("Application started", StringComparison.Ordinal))
                listening.TrySetResult();
        };
        process.Start();
        process.BeginOutputReadLine();
        await listening.Task.WaitAsync(StartTimeout);
    }

    private static string FolderOf(string sample) => Path.Combine(Repository.Root, "samples", sample);
}
