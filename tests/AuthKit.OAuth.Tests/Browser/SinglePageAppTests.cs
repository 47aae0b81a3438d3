namespace AuthKit.OAuth.Tests.Browser;

/// <summary>The lines that docs/oauth-clients.md prints for a single-page app, as they are printed, in the installed Chromium.</summary>
public sealed class SinglePageAppTests
{
    private const string Scripts = "AuthKit.OAuth.Tests";

    [Test]
    public async Task The_printed_lines_sign_in_and_out()
    {
        Installed.RequireChromium();
        Installed.RequireNodePackage("oidc-client-ts", Scripts, "eng/oauth-clients.sh");
        var app = $"http://127.0.0.1:{SampleProcess.FreePort()}";
        await using var samples = new OAuthSamples();
        var server = await samples.StartServerAsync(new Dictionary<string, string>
        {
            ["AuthKit:Clients:0:Id"] = "spa",
            ["AuthKit:Clients:0:Grants:0"] = "authorization_code",
            ["AuthKit:Clients:0:Grants:1"] = "refresh_token",
            ["AuthKit:Clients:0:RedirectUris:0"] = $"{app}/callback",
            ["AuthKit:Clients:0:PostLogoutRedirectUris:0"] = $"{app}/",
            ["AuthKit:Clients:0:AllowedOrigins:0"] = app,
        });

        await new Script("node", $"{Scripts}/Browser/single-page-app.mjs").RunAsync(app, server.Address, Path.Combine(Repository.Root, "artifacts", "pictures"), Path.Combine(Repository.Root, "docs", "oauth-clients.md"));
    }
}
