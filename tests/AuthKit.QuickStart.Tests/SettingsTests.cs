using System.Text.Json.Nodes;

namespace AuthKit.QuickStart.Tests;

/// <summary>Each configuration key that QuickStart documents does something.</summary>
public sealed class SettingsTests : QuickStartFixture
{
    private static readonly string[] Features =
    [
        "/SECONDFACTOR", "/PROOFS", "/PASSKEYS", "/TWOFACTOR", "/MAILEDCODES", "/EMAIL/CON", "/EMAIL/CHANGE", "/EMAIL/UNDOCHANGE",
        "/APIKEYS", "/ACTIVITY", "/ADMIN/", "/DEVICES", "/CONNECTIONS", "/MYDATA",
    ];

    [Test]
    public async Task Documented_rules_let_documented_passwords_in()
    {
        await using var strict = await QuickStartProcess.StartAsync(Folder);
        await using var documented = await QuickStartProcess.StartAsync(Folder, "--AuthKit:Passwords:Rules=Documented");
        var account = new { name = "Admin", email = "admin@example.com", password = "123456" };

        var (refused, _) = await strict.PostAsync("/api/v1/register", account);
        var (accepted, _) = await documented.PostAsync("/api/v1/register", account);
        var (composed, message) = await documented.PostAsync("/api/auth/register", new { email = "b@example.com", password = "123456", db = new { connectionString = "demo", keyIdentifier = "SQLITE" } });

        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.EqualTo(422));
            Assert.That(accepted, Is.EqualTo(200));
            Assert.That(composed, Is.EqualTo(400), "document 004 wants a special character");
            Assert.That((string?)message!["message"], Does.Contain("special character"));
        });
    }

    [Test]
    public async Task Lifetime_and_grace_are_the_configured_ones()
    {
        await using var host = await QuickStartProcess.StartAsync(Folder, "--AuthKit:Tokens:AccessTokenLifetime=00:05:00", "--AuthKit:Sessions:RefreshGrace=00:00:00");

        var (_, registered) = await host.PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = Password });
        var token = new { refresh_token = (string?)registered!["data"]!["refresh_token"] };
        var (first, next) = await host.PostAsync("/api/v1/token/refresh", token);
        var (replayed, _) = await host.PostAsync("/api/v1/token/refresh", token);
        var (revoked, _) = await host.PostAsync("/api/v1/token/refresh", new { refresh_token = (string?)next!["data"]!["refresh_token"] });

        Assert.Multiple(() =>
        {
            Assert.That((int?)registered["data"]!["expires_in"], Is.EqualTo(300));
            Assert.That(first, Is.EqualTo(200));
            Assert.That(replayed, Is.EqualTo(401));
            Assert.That(revoked, Is.EqualTo(401));
        });
    }

    [Test]
    public async Task Rate_limits_can_be_on()
    {
        await using var host = await QuickStartProcess.StartAsync(Folder, "--AuthKit:RateLimits:Enabled=true", "--AuthKit:RateLimits:Burst=3", "--AuthKit:RateLimits:PerMinute=1");
        var statuses = new List<int>();

        for (var n = 0; n < 4; n++)
            statuses.Add((await host.PostAsync("/api/v1/login", new { email = "anna@example.com", password = "wrong horse" })).Status);

        Assert.That(statuses, Is.EqualTo(new[] { 401, 401, 401, 429 }));
    }

    [Test]
    public async Task A_mail_lands_in_the_pickup_folder_with_a_link_to_this_host()
    {
        await using var host = await QuickStartProcess.StartAsync(Folder);
        await host.PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = Password });
        using var outbox = new Outbox(Folder);

        await host.PostAsync("/api/v1/password/email", new { email = "anna@example.com" });

        Assert.That(await outbox.LinkAsync(), Does.StartWith($"{host.Address}/reset-password?token="));
    }

    [Test]
    public async Task Every_route_is_on_the_page_and_in_the_OpenAPI_document()
    {
        await using var host = await QuickStartProcess.StartAsync(Folder);

        var page = await host.Client.GetStringAsync("/");
        var document = JsonNode.Parse(await host.Client.GetStringAsync("/openapi/v1.json"))!;
        var swagger = await host.Client.GetAsync("/swagger/index.html");
        string[] paths = [.. document["paths"]!.AsObject().Select(path => path.Key).Where(path => path is not ("/me" or "/me/id"))];

        Assert.Multiple(() =>
        {
            Assert.That(paths, Has.Length.GreaterThan(150));
            Assert.That(paths.Where(IsOfContract).Count(), Is.EqualTo(45));
            Assert.That(paths.Where(path => IsOfContract(path) && !page.Contains($"{host.Address}{path}", StringComparison.Ordinal)), Is.Empty);
            Assert.That((string?)document["components"]!["schemas"]!["MessageCodeUserLoginRequest"]!["properties"]!["Email"]!["type"], Is.EqualTo("string"));
            Assert.That(document["paths"]!["/User/Login"]!["post"]!["responses"]!["200"]!["content"]!.ToJsonString(), Does.Contain("MessageCodeReplyOfSignInContent"));
            Assert.That(document["paths"]!["/me"]!["get"]!["security"]!.ToJsonString(), Does.Contain("AuthKit"));
            Assert.That((int)swagger.StatusCode, Is.EqualTo(200));
        });
    }

    // What features add has lines in one contract, where there is something to send without a browser or an app.
    private static bool IsOfContract(string path)
    {
        var spelled = path.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        return !path.Contains('{', StringComparison.Ordinal) && !Features.Any(feature => spelled.Contains(feature, StringComparison.Ordinal));
    }
}
