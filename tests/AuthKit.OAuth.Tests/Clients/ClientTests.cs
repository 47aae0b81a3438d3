using System.Security.Cryptography;

namespace AuthKit.OAuth.Tests.Clients;

/// <summary>Clients that others have written, each as a script that prints what it has seen to work and fails at the first thing that does not.</summary>
public sealed class ClientTests
{
    private const string Installer = "eng/oauth-clients.sh";
    private const string Scripts = "AuthKit.OAuth.Tests";

    private readonly string _initialAccessToken = RandomNumberGenerator.GetHexString(32);
    private readonly OAuthSamples _samples = new();
    private string _issuer = "";

    [OneTimeSetUp]
    public async Task StartServerAsync()
    {
        var server = await _samples.StartServerAsync(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["AuthKit:OAuth:InitialAccessTokens:0"] = _initialAccessToken,
            ["AuthKit:OAuth:Scopes:0:Name"] = "orders.read",
            ["AuthKit:OAuth:DevicePollInterval"] = "00:00:01",
        });
        _issuer = server.Address;
    }

    [OneTimeTearDown]
    public async Task StopServerAsync() => await _samples.DisposeAsync();

    [TestCase("openid-client")]
    [TestCase("oauth4webapi")]
    [TestCase("simple-oauth2")]
    [TestCase("passport-oauth2")]
    [TestCase("oidc-client-ts")]
    [TestCase("@badgateway/oauth2-client")]
    public async Task A_client_from_npm_works(string package)
    {
        Installed.RequireNodePackage(package, Scripts, Installer);

        await RunAsync("node", $"{Path.GetFileName(package)}.mjs");
    }

    [Test]
    public async Task Authlib_works()
    {
        Installed.RequirePythonModule("authlib", Installer);
        Installed.RequirePythonModule("requests", Installer);

        await RunAsync(Installed.Python, "authlib_client.py");
    }

    private async Task RunAsync(string program, string script) =>
        TestContext.Out.WriteLine(await new Script(program, $"{Scripts}/Clients/{script}").RunAsync(_issuer, _initialAccessToken));
}
