using System.Buffers.Text;
using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Outages;
using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Logs;

/// <summary>Whatever is logged, by AuthKit or by what it stands on, at whatever level, and whatever is measured: nothing in it opens anything.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class NoSecretsInLogsTests(Engine engine)
{
    private const string NewPassword = "another horse 8!";

    [Test]
    public async Task A_journey_through_all_contracts_leaves_no_secret_behind()
    {
        using var metrics = new RecordedMetrics();
        using var activities = new RecordedActivities();
        var heard = new HeardEvents();
        await using var host = await TestHost.StartAsync(new()
        {
            Engine = engine,
            OtherLogs = LogLevel.Trace,
            Build = heard.Add,
            Options = options =>
            {
                SharedProviders.Instance.Configure(options);
                options.Passwords.UseDocumentedRules = true;
            },
        });
        List<string> secrets = [Speaker.Password, NewPassword, "quickstart-secret", .. host.Databases.Secrets, new ProviderToken().Encode()];

        foreach (var speaker in Speaker.All)
        {
            var email = $"{speaker.Contract}@example.com";
            await speaker.RegisterAsync(host, email);
            secrets.AddRange(Tokens(await speaker.SignInAsync(host, email)));
            await speaker.SignInAsync(host, email, NewPassword);
        }

        var pair = await Pair.SignInAsync(host, "laravel@example.com");
        var refreshed = await pair.RefreshAsync(host);
        await MessageCodeSpeaker.UpdatePasswordAsync(host, refreshed.Access, Speaker.Password, NewPassword);
        await MessageCodeSpeaker.ValidateAsync(host, refreshed.Access);
        await LaravelSpeaker.RequestResetAsync(host, "laravel@example.com");
        var mailed = await host.Mails.NextTokenAsync("laravel@example.com");
        await LaravelSpeaker.ResetAsync(host, mailed, Speaker.Password, "laravel@example.com");
        await MessageCodeSpeaker.ThirdPartyAsync(host, 1, new ProviderToken().Encode());
        await MessageCodeSpeaker.ThirdPartyAsync(host, 2, new ProviderToken().Encode());
        await MessageCodeSpeaker.ThirdPartyAsync(host, 2, new ProviderToken { Status = 500 }.Encode());
        await TenantSpeaker.RegisterInAsync(host, "Host=db.internal.example;Password=swordfish", "dora@example.com");
        await host.PostJsonAsync("/api/v1/login", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}",""");
        var replayed = await Pair.SignInAsync(host, "laravel@example.com");
        var last = await (await replayed.RefreshAsync(host)).RefreshAsync(host);
        await LaravelSpeaker.RefreshAsync(host, replayed.Refresh);
        secrets.AddRange([.. Tokens(pair), .. Tokens(refreshed), .. Tokens(replayed), .. Tokens(last), .. Halves(mailed), "swordfish", "db.internal.example", new ProviderToken { Status = 500 }.Encode()]);

        await heard.NextAsync<RefreshReplayed>();
        var (logged, measured, raised, traced) = (host.Logs.Text, metrics.Text, string.Join('\n', heard.All), activities.Text);
        Assert.That(logged, Does.Contain("that is no tenant's"));
        Assert.That(logged, Does.Contain("A superseded refresh token"));
        Assert.That(logged, Does.Contain("Executing endpoint"));
        Assert.That(measured, Does.Contain("http.server.request.duration"));
        Assert.That(measured, Does.Not.Contain("Application Name=AuthKit"), "a connection string without its password");
        Assert.That(traced, Does.Contain("AuthKit/Login"));
        string[] addresses = [.. Speaker.All.Select(speaker => $"{speaker.Contract}@example.com")];
        using (Assert.EnterMultipleScope())
        {
            foreach (var address in addresses)
                Assert.That(string.Join('\n', host.Logs.Entries.Where(entry => entry.Category.StartsWith("AuthKit", StringComparison.Ordinal))) + raised + measured + traced, Does.Not.Contain(address));
            foreach (var secret in secrets.Distinct())
            {
                Assert.That(raised, Does.Not.Contain(secret));
                Assert.That(traced, Does.Not.Contain(secret));
                Assert.That(host.Logs.Entries.Where(entry => entry.Text.Contains(secret, StringComparison.Ordinal)), Is.Empty, secret);
                Assert.That(measured, Does.Not.Contain(secret));
            }
        }
    }

    [Test]
    public async Task A_providers_token_in_the_documented_address_is_in_no_log_at_the_usual_levels()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine, Options = SharedProviders.Instance.Configure });
        var token = new ProviderToken { Subject = "4004" }.Encode();

        foreach (var type in new[] { 1, 2, 3 })
            await host.GetAsync($"/User/LoginThirdParty?access_token={token}&type={type}");

        Assert.That(host.Logs.Text, Does.Not.Contain(token));
    }

    private static IEnumerable<string> Tokens(Pair pair) => [pair.Access.Split('.')[2], .. Halves(pair.Refresh)];

    // Every text of the reply that could open something: signatures, secrets.
    private static IEnumerable<string> Tokens(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Body.Split('"').Where(text => text.Contains('.', StringComparison.Ordinal) && text.Length > 40).Select(text => text.Split('.')[^1]);
    }

    private static string[] Halves(string opaque)
    {
        var secret = opaque.Split('.')[^1];
        var bytes = Base64Url.DecodeFromChars(secret);
        return [secret, Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes), Convert.ToBase64String(bytes)];
    }
}
