using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Mail;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Events;

/// <summary>What the edge refuses, and what happens to mails, keys and tenants, is told.</summary>
internal sealed class EdgeEventTests
{
    private readonly HeardEvents _heard = new();

    [Test]
    public async Task A_request_beyond_the_limit()
    {
        await using var host = await TestHost.StartAsync(_heard.Plan.And(new()
        {
            Options = options => (options.RateLimits.Enabled, options.RateLimits.Burst, options.RateLimits.PerMinute) = (true, 1, 1),
        }));
        for (var i = 0; i < 2; i++)
            await new LaravelSpeaker().SignInAsync(host);
        var credentials = await _heard.NextAsync<RequestLimited>();
        for (var i = 0; i < 2; i++)
            await OAuthSpeaker.AuthorizeDeviceAsync(host, OAuthClients.App);
        var kept = await _heard.NextAsync<RequestLimited>();
        for (var i = 0; i < 2; i++)
            await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop with { Secret = "wrong-secret" }, "x");
        var clients = await _heard.NextAsync<RequestLimited>();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var page = await _heard.NextAsync<RequestLimited>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((credentials.Limit, credentials.Contract), Is.EqualTo((RequestLimits.Credentials, "laravel")));
            Assert.That(credentials.Address?.ToString(), Is.EqualTo("127.0.0.1"));
            Assert.That(clients.Limit, Is.EqualTo(RequestLimits.FailedClients));
            Assert.That(kept.Limit, Is.EqualTo(RequestLimits.KeptRequests));
            Assert.That((page.Limit, page.Contract), Is.EqualTo((RequestLimits.Credentials, "oauth")));
        }
    }

    [Test]
    public async Task A_form_of_another_site()
    {
        await using var host = await TestHost.StartAsync(_heard.Plan);
        using var browser = new Browser(host);

        await browser.PostAsync("/signin", ("identifier", Speaker.Email), ("password", Speaker.Password));

        Assert.That((await _heard.NextAsync<ForgeryRefused>()).Contract, Is.EqualTo("oauth"));
    }

    [Test]
    public async Task A_scope_that_the_host_s_own_endpoint_asks_for()
    {
        await using var host = await TestHost.StartAsync(_heard.Plan.And(new()
        {
            Map = app => app.MapGet("/orders", () => "none").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireScope(OAuthClients.Write)),
        }));
        var pair = await Pair.RegisterAsync(host);
        var signedIn = await _heard.NextAsync<SignedIn>();

        Assert.That((await host.GetAsync("/orders", Requests.Bearer(pair.Access))).Status, Is.EqualTo(403));

        var refused = await _heard.NextAsync<TokenRefused>();
        Assert.That((refused.Reason, refused.UserId, refused.SessionId, refused.Tenant), Is.EqualTo((TokenRefusals.InsufficientScope, signedIn.UserId, signedIn.SessionId, "")));
    }

    [Test]
    public async Task A_mail_that_fails_and_is_given_up()
    {
        await using var host = await TestHost.StartAsync(_heard.Plan.And(new()
        {
            Services = services => services.AddSingleton<IAuthMailer>(new StandInMailer(_ => throw new IOException())),
            Options = options => options.Mail.MaxAttempts = 2,
        }));
        await Pair.RegisterAsync(host);

        await LaravelSpeaker.RequestResetAsync(host);
        var failed = await _heard.NextAsync<MailFailed>();
        var givenUp = _heard.NextAsync<MailGivenUp>();
        await host.PassTimeAsync(givenUp);

        Assert.That((failed.Kind, failed.Attempt, failed.Error), Is.EqualTo(("password-reset", 1, nameof(IOException))));
        Assert.That((givenUp.Result.MailId, givenUp.Result.Attempts), Is.EqualTo((failed.MailId, 2)));
    }

    [Test]
    public async Task Keys_that_are_added_and_retired()
    {
        await using var host = await TestHost.StartAsync(_heard.Plan);
        host.Clock.Advance(TimeSpan.FromDays(90));
        await Pair.RegisterAsync(host);
        var added = await _heard.NextAsync<SigningKeyAdded>(key => key.Algorithm == SigningAlgorithms.Es256);

        await host.Services.GetRequiredService<IKeyRing>().RetireAsync(added.KeyId, CancellationToken.None);
        var retired = await _heard.NextAsync<SigningKeyRetired>();
        var successor = await _heard.NextAsync<SigningKeyAdded>();

        Assert.That(added.Until - added.From, Is.EqualTo(TimeSpan.FromDays(90)));
        Assert.That(retired.KeyId, Is.EqualTo(added.KeyId));
        Assert.That((successor.Algorithm, successor.From), Is.EqualTo((SigningAlgorithms.Es256, host.Clock.GetUtcNow())));
    }

    [Test]
    public async Task A_database_that_a_registration_brings()
    {
        var folder = Directory.CreateTempSubdirectory("authkit-brought-");
        await using (var host = await TestHost.StartAsync(_heard.Plan.And(new()
        {
            Build = builder => builder.AllowClientDatabases(policy =>
            {
                policy.AcceptThatStrangersChooseWhereThisServerConnects = true;
                policy.Engines.Add(DatabaseEngine.Sqlite);
                policy.SqliteFolder = folder.FullName;
            }),
        })))
        {
            var answer = await TenantSpeaker.RegisterInAsync(host, "Data Source=brought.db");
            Assert.That(answer.Status, Is.EqualTo(201), answer.Body);

            var tenant = await _heard.NextAsync<TenantRegistered>();
            Assert.That(tenant.Tenant, Is.Not.Empty);
            Assert.That((await _heard.NextAsync<Registered>()).Tenant, Is.EqualTo(tenant.Tenant));
            Assert.That(string.Join('\n', _heard.All), Does.Not.Contain("brought.db"));
        }

        folder.Delete(recursive: true);
    }
}
