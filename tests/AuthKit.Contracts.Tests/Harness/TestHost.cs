using System.Security.Claims;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A host on Kestrel with all six contracts, set up as QuickStart is, except that time, mail and log are the test's.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    // Hosts on one database share a ring; tests that share a database are all in this process.
    private static readonly EphemeralDataProtectionProvider DataProtection = new();

    // Time stands still until a test moves it, so that replies with a time in them are known to the byte.
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly bool _ownsDatabases;

    private TestHost(WebApplication app, TestDatabases databases, bool ownsDatabases)
    {
        (_app, Databases, _ownsDatabases) = (app, databases, ownsDatabases);
        Address = new(app.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal)));
        Secure = app.Urls.Where(url => url.StartsWith("https:", StringComparison.Ordinal)).Select(url => new Uri(url)).SingleOrDefault();
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public const string Issuer = "https://auth.example";

    public Uri Address { get; }

    /// <summary>Where the host speaks TLS, if its plan has it do so.</summary>
    public Uri? Secure { get; }

    public HttpClient Http { get; }

    public TestDatabases Databases { get; }

    public IServiceProvider Services => _app.Services;

    public required FakeTimeProvider Clock { get; init; }

    public required RecordingMailer Mails { get; init; }

    public required CapturedLogs Logs { get; init; }

    public static async Task<TestHost> StartAsync(HostPlan? changes = null)
    {
        var plan = changes ?? new();
        var databases = plan.Shared ?? await plan.Engine.PrepareAsync();
        var (clock, mails, logs) = (new FakeTimeProvider(Noon), new RecordingMailer(), new CapturedLogs());

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(plan.OtherLogs).AddFilter("AuthKit", LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IAuthMailer>(mails);
        builder.Services.AddSingleton<IDataProtectionProvider>(DataProtection);
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader()));
        plan.Services(builder.Services);
        var authKit = builder.Services.AddAuthKit(Usual);
        plan.Contracts(authKit);
        databases.Register(authKit);
        plan.Build(authKit);
        builder.Services.Configure(plan.Options);

        var app = builder.Build();
        plan.Cors(app);
        app.UseAuthentication();
        app.UseAuthorization();
        plan.Mapping(app);
        app.MapGet("/me", (ClaimsPrincipal user) => user.Claims.ToDictionary(claim => claim.Type, claim => claim.Value)).RequireAuthorization();
        plan.Map(app);
        await app.StartAsync();
        return new(app, databases, ownsDatabases: plan.Shared is null) { Clock = clock, Mails = mails, Logs = logs };
    }

    /// <summary>Lets time go by, second by second, until something has happened that waits for it; what has not after an hour never does.</summary>
    public async Task PassTimeAsync(Task awaited)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var seconds = 0; !awaited.IsCompleted; seconds++)
        {
            Assert.That(seconds, Is.LessThan(3600), "It goes on for ever.");
            await ticks.WaitForNextTickAsync();
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await awaited;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsDatabases)
            await Databases.DisposeAsync();
    }

    private static void Usual(AuthKitOptions options)
    {
        options.Issuer = Issuer;
        options.RateLimits.Enabled = false;
        options.Mail.RecipientPause = TimeSpan.Zero;
        options.Mail.RecipientDailyLimit = int.MaxValue;
        options.Mail.Senders = 1;
        // Tests of notices turn them on, so that those of other mails read what they wait for.
        (options.Mail.Notices.PasswordChanged, options.Mail.Notices.PasswordReset) = (false, false);
        (options.Mail.Notices.ExternalLogins, options.Mail.Notices.Credentials) = (false, false);
        options.Passwords.Argon2id.MemoryKiB = 64;
        options.Passwords.Argon2id.Iterations = 1;
        options.Clients.Add(Client("quickstart", firstParty: true));
        options.Clients.Add(Client("partner", firstParty: false));
        OAuthClients.Register(options);
    }

    private static Client Client(string id, bool firstParty) =>
        new() { Id = id, Secret = $"{id}-secret", FirstParty = firstParty, Grants = { GrantTypes.Password, GrantTypes.RefreshToken } };
}
