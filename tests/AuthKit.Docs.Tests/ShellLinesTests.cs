using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests;

/// <summary>The lines for the shell that docs/oauth-clients.md prints, as they are printed, against a host.</summary>
public sealed partial class ShellLinesTests
{
    private const string Email = "anna@example.com";
    private const string Password = "correct horse 7!";

    private static readonly FlowContext Context = new() { ClientId = "oauth" };

    [Test]
    public async Task A_device_is_let_in()
    {
        await using var host = await RunningHost.StartAsync((builder, database) => builder.Services.AddAuthKit(options =>
        {
            options.Issuer = "https://auth.example";
            options.Clients.Add(new() { Id = "tv", Grants = { GrantTypes.DeviceCode } });
        }).AddContract<OAuthContract>().UseSqlite(database("auth")));
        var lines = LinesOf("docs/oauth-clients.md");
        Assert.That(lines, Has.Count.EqualTo(2));

        var codes = await RunAsync(host, lines[0]);
        await LetInAsync(host.Services, (string?)codes["user_code"]);
        var tokens = await RunAsync(host, lines[1].Replace("…", (string?)codes["device_code"], StringComparison.Ordinal));

        Assert.That((string?)tokens["access_token"], Is.Not.Null, tokens.ToJsonString());
        Assert.That((string?)tokens["id_token"], Is.Not.Null);
    }

    private static async Task LetInAsync(IServiceProvider services, string? userCode)
    {
        Assert.That((await Flows.Register.RunAsync(services, new(Email, Password), Context, CancellationToken.None)).Failure, Is.Null);
        var browser = (await OAuthFlows.SignInBrowser.RunAsync(services, new(Email, Password), Context, CancellationToken.None)).Value;
        Assert.That((await OAuthFlows.DecideDevice.RunAsync(services, new(userCode, browser, Allowed: true), Context, CancellationToken.None)).Failure, Is.Null);
    }

    private static IReadOnlyList<string> LinesOf(string page) =>
        [.. Block().Matches(Docs.Read(page)).SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    private static async Task<JsonNode> RunAsync(RunningHost host, string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line.Replace("https://auth.example/", host.Client.BaseAddress!.AbsoluteUri, StringComparison.Ordinal)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, line);
        return JsonNode.Parse(output)!;
    }

    [GeneratedRegex("^```sh\n(?<lines>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
