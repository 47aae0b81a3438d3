using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using AuthKit.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace AuthKit.OutsideEngine.Tests;

/// <summary>An engine from outside is a first-class one: it keeps the home database and a tenant of a host that speaks HTTP.</summary>
public sealed class HomeAndTenantTests
{
    private const string Password = "Corr3ct-horse-battery";

    private readonly Files _files = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddAuthKit(static options =>
            {
                options.Issuer = "https://auth.example";
                options.RateLimits.Enabled = false;
                options.Passwords.Argon2id.MemoryKiB = 64;
                options.Passwords.Argon2id.Iterations = 1;
            })
            .AddContract<TenantContract>(static contract => contract.DatabaseRequired = false)
            .UseDatabase<FileDbProvider>(new("FILEDB", _files.ConnectionString("home")))
            .AddTenant("acme", "FILEDB", _files.ConnectionString("acme"));
        _app = builder.Build();
        _app.MapAuthKit();
        _app.MapGet("/tenant", static (ClaimsPrincipal user) => user.FindFirstValue("tid") ?? "home").RequireAuthorization();
        await _app.StartAsync();
        _http = new() { BaseAddress = new(_app.Urls.Single()) };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _files.Dispose();
    }

    [Test]
    public async Task A_user_of_the_home_database_registers_and_signs_in()
    {
        Assert.That(await RegisterAsync("home@example.com", db: null), Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await TenantOfAsync("home@example.com"), Is.EqualTo("home"));
        Assert.That((_files.Addresses("home").Contains("home@example.com"), _files.Addresses("acme").Contains("home@example.com")), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_user_of_a_tenant_registers_and_signs_in([Values("FILEDB", "filedb")] string keyIdentifier)
    {
        var address = $"{Guid.NewGuid():N}@example.com";
        Assert.That(await RegisterAsync(address, new("acme", keyIdentifier)), Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await RegisterAsync(address, new("acme", keyIdentifier)), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await TenantOfAsync(address), Is.EqualTo("acme"));
        Assert.That((_files.Addresses("home").Contains(address), _files.Addresses("acme").Contains(address)), Is.EqualTo((false, true)));
    }

    [TestCase("acme", "NODB")]
    [TestCase("acme", "SQLITE")]
    [TestCase("emca", "FILEDB")]
    public async Task What_is_unknown_is_refused(string connectionString, string keyIdentifier)
    {
        Assert.That(await RegisterAsync("nobody@example.com", new(connectionString, keyIdentifier)), Is.EqualTo(HttpStatusCode.BadRequest));
        using var signIn = await SignInAsync("nobody@example.com");
        Assert.That(signIn.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private async Task<HttpStatusCode> RegisterAsync(string email, Selected? db)
    {
        using var answer = db is null
            ? await _http.PostAsJsonAsync("/api/auth/register", new { email, password = Password })
            : await _http.PostAsJsonAsync("/api/auth/register", new { email, password = Password, db });
        return answer.StatusCode;
    }

    private Task<HttpResponseMessage> SignInAsync(string email) => _http.PostAsJsonAsync("/api/auth/login", new { email, password = Password });

    /// <summary>Signs in and asks the host, with the token, which tenant that was.</summary>
    private async Task<string> TenantOfAsync(string email)
    {
        using var signIn = await SignInAsync(email);
        var tokens = await signIn.Content.ReadFromJsonAsync<JsonElement>();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tenant");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("token").GetString());
        using var answer = await _http.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private sealed record Selected(string ConnectionString, string KeyIdentifier);
}
