using AuthKit.Contracts.Tests.Harness;
using AuthKit.Passkeys;
using AuthKit.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.InBrowsers;

/// <summary>
/// A host with every feature that has pages, for an installed Chromium. Browsers know passkeys of names alone and only over https, but for <c>localhost</c>. Beside AuthKit's
/// there are endpoints by which a script moves the host's clock, reads its mails, and has a page of the host's own.
/// </summary>
internal static class ChromiumHost
{
    public static async Task<TestHost> StartAsync(Action<PasskeyOptions>? passkeys = null, Action<PageOptions>? pages = null)
    {
        PasskeyOptions? options = null;
        TestHost? host = null;
        host = await TestHost.StartAsync(new()
        {
            Options = authKit => authKit.Mail.Notices.Credentials = false,
            Build = builder => builder
                .AddAccountPage()
                .AddEmailConfirmation()
                .AddMailedCodes()
                .AddTwoFactor(twoFactor => twoFactor.RememberDevices = TimeSpan.FromDays(30))
                .AddPasskeys(given =>
                {
                    options = given;
                    (given.RelyingPartyId, given.RelyingPartyName) = ("localhost", "Northwind");
                    given.Origins.Add("http://localhost");
                    passkeys?.Invoke(given);
                })
                .Services.Configure<PageOptions>(given =>
                {
                    given.ProductName = "Northwind";
                    pages?.Invoke(given);
                }),
            Map = app =>
            {
                app.MapGet("/test/now", () => host!.Clock.GetUtcNow().ToUnixTimeSeconds());
                app.MapPost("/test/advance", (int minutes) => host!.Clock.Advance(TimeSpan.FromMinutes(minutes)));
                app.MapGet("/test/mail", async () => (await host!.Mails.NextAsync()).Text);
                app.MapGet("/test/page", () => Results.Content("<!doctype html><html lang=\"en\"><title>A page of the host's own</title><h1>A page</h1>", "text/html"));
            },
        });
        // The port is known once the host listens, and nobody has asked before.
        options!.Origins.Add(AddressOf(host));
        return host;
    }

    /// <summary>Where Chromium finds the host.</summary>
    public static string AddressOf(TestHost host) => $"http://localhost:{host.Address.Port}";
}
