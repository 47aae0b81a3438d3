using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace AuthKit.Docs.Tests;

/// <summary>The program that the README begins with, compiled and started as it is printed.</summary>
public sealed class ReadmeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task It_serves_accounts_and_its_own_endpoint_to_those_who_are_signed_in()
    {
        var folder = Directory.CreateTempSubdirectory("authkit-readme-").FullName;
        var assembly = Path.Combine(AppContext.BaseDirectory, "Printed.dll");
        var page = Docs.Read("README.md");
        await using (var file = File.Create(assembly))
            Assert.That(PrintedCode.Compile(Docs.Root, page, PrintedCode.BlocksOf(page)[0]).Emit(file).Success);
        var address = $"http://127.0.0.1:{FreePort()}";
        using var process = new Process { StartInfo = Start(folder, assembly, address) };
        try
        {
            await ListeningAsync(process);
            using var http = new HttpClient { BaseAddress = new(address) };
            using var nobody = await http.GetAsync("/hello");
            using var registered = await http.PostAsJsonAsync("/account/register", new { name = "Anna", email = "anna@example.com", password = "correct horse 7!" });
            http.DefaultRequestHeaders.Authorization = new("Bearer", (string?)JsonNode.Parse(await registered.Content.ReadAsStringAsync())!["accessToken"]);

            Assert.That(nobody.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await http.GetStringAsync("/hello"), Is.EqualTo("Hello, whoever you are."));
            Assert.That(await http.GetStringAsync("/reset-password?token=x"), Does.Contain("new-password"));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            File.Delete(assembly);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ProcessStartInfo Start(string folder, string assembly, string address)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "AuthKit.Docs.Tests");
        return new("dotnet", ["exec", "--runtimeconfig", $"{beside}.runtimeconfig.json", "--depsfile", $"{beside}.deps.json", assembly, "--urls", address])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_CONTENTROOT"] = folder },
        };
    }

    private static async Task ListeningAsync(Process process)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                listening.TrySetException(new InvalidOperationException("The program ended before it listened."));
            else if (line.Data.Contains("Application started", StringComparison.Ordinal))
                listening.TrySetResult();
        };
        process.Start();
        process.BeginOutputReadLine();
        await listening.Task.WaitAsync(Patience);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
