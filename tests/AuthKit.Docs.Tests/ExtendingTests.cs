using AuthKit.Docs.Tests.Extending;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests;

public sealed class ExtendingTests
{
    private const string Email = "anna@example.com";
    private const string Password = "correct horse 7!";

    [Test]
    public async Task A_contract_of_the_hosts_own_serves_accounts_in_its_own_words()
    {
        await using var host = await RunningHost.StartAsync((builder, database) => Hosts.OwnContract(builder));

        var (made, account) = await host.PostAsync("/auth/sign-up", new { email = Email, password = Password });
        var (signedIn, pair) = await host.PostAsync("/auth/sign-in", new { email = Email, password = Password });
        var (refused, failure) = await host.PostAsync("/auth/sign-in", new { email = Email, password = "wrong horse 7!" });
        var (tooShort, details) = await host.PostAsync("/auth/sign-up", new { email = "b@example.com", password = "short" });
        var (malformed, envelope) = await host.PostAsync("/auth/sign-up", new[] { 1 });

        Assert.Multiple(() =>
        {
            Assert.That(made, Is.EqualTo(201));
            Assert.That((string?)account["result"]!["email"], Is.EqualTo(Email));
            Assert.That(signedIn, Is.EqualTo(200));
            Assert.That((string?)pair["result"]!["access"], Is.Not.Empty);
            Assert.That(refused, Is.EqualTo(401));
            Assert.That((string?)failure["error"], Is.EqualTo("Wrong e-mail address or password."));
            Assert.That(tooShort, Is.EqualTo(400));
            Assert.That((string?)details["details"]![0], Is.EqualTo("Choose at least 8 characters."));
            Assert.That(malformed, Is.EqualTo(400));
            Assert.That((bool?)envelope["ok"], Is.False);
        });
    }

    [Test]
    public async Task A_documented_contract_changes_its_prefix_rows_phrases_and_envelope()
    {
        await using var host = await RunningHost.StartAsync((builder, database) => Hosts.ChangedContract(builder));

        var (registered, pair) = await host.PostAsync("/api/v2/register", new { name = "Anna", email = Email, password = Password });
        var token = (string?)pair["result"]!["access_token"];
        var (refused, failure) = await host.PostAsync("/api/v2/login", new { email = Email, password = "wrong horse 7!" });
        var (_, greeting) = await host.SendAsync(HttpMethod.Get, "/api/v2/greeting", bearer: token);
        var (_, voucher) = await host.PostAsync("/api/v2/vouchers", new { code = "SPRING" }, bearer: token);
        var (again, unknown) = await host.PostAsync("/api/v2/vouchers", new { code = "SPRING" }, bearer: token);
        var (_, goodbye) = await host.PostAsync("/api/v2/logout", bearer: token);
        using var removed = await host.Client.PostAsync("/api/v2/password/email", null);
        using var old = await host.Client.PostAsync("/api/v1/login", null);

        Assert.Multiple(() =>
        {
            Assert.That(registered, Is.EqualTo(200));
            Assert.That(refused, Is.EqualTo(403));
            Assert.That((string?)failure["error"], Is.EqualTo("No."));
            Assert.That((string?)greeting["result"], Is.EqualTo("Hello, Anna."));
            Assert.That((int?)voucher["result"]!["cents"], Is.EqualTo(500));
            Assert.That(again, Is.EqualTo(404));
            Assert.That((string?)unknown["error"], Is.EqualTo("There is no such voucher, or it has been redeemed."));
            Assert.That((bool?)goodbye["result"], Is.True);
            Assert.That((int)removed.StatusCode, Is.EqualTo(404));
            Assert.That((int)old.StatusCode, Is.EqualTo(404));
        });
    }

    [Test]
    public async Task A_feature_of_the_hosts_own_is_spoken_by_each_contract()
    {
        await using var host = await RunningHost.StartAsync((builder, database) => Hosts.OwnFeature(builder));
        var (_, pair) = await host.PostAsync("/api/v1/register", new { name = "Anna", email = Email, password = Password });
        var token = (string?)pair["data"]!["access_token"];

        var (made, invited) = await host.PostAsync("/api/v1/invitation-codes", bearer: token);
        var (madeToo, invitedToo) = await host.PostAsync("/User/InvitationCodes", new[] { new { } }, bearer: token);
        var (anonymous, _) = await host.PostAsync("/api/v1/invitation-codes");
        var code = (string?)invited["data"]!["code"];
        var (weak, refused) = await host.PostAsync("/api/v1/invitation-codes/registrations", new { code, email = "ben@example.com", password = "short" });
        var (registered, tokens) = await host.PostAsync("/User/InvitationCodes/Registrations", new[] { new { Code = code, Email = "ben@example.com", Password } });
        var (again, used) = await host.PostAsync("/api/v1/invitation-codes/registrations", new { code, email = "cleo@example.com", password = Password });

        Assert.Multiple(() =>
        {
            Assert.That(made, Is.EqualTo(201));
            Assert.That(madeToo, Is.EqualTo(201));
            Assert.That((string?)invitedToo["Content"]!["Code"], Is.Not.EqualTo(code));
            Assert.That(anonymous, Is.EqualTo(401));
            Assert.That(weak, Is.EqualTo(422));
            Assert.That(refused["errors"]!["password"], Is.Not.Null);
            Assert.That(registered, Is.EqualTo(200));
            Assert.That((string?)tokens["Content"]!["TokenId"], Is.Not.Empty);
            Assert.That(again, Is.EqualTo(404));
            Assert.That((string?)used["message"], Is.EqualTo("The invitation is unknown, used or expired."));
        });
    }

    [Test]
    public async Task A_hook_of_the_hosts_refuses_in_each_contract_s_words()
    {
        await using var host = await RunningHost.StartAsync((builder, database) => Hosts.Hooked(builder));

        var (refused, failure) = await host.PostAsync("/api/v1/register", new { name = "Ben", email = "ben@elsewhere.example", password = Password });
        var (refusedToo, problem) = await host.PostAsync("/account/register", new { email = "ben@elsewhere.example", password = Password });
        var (made, _) = await host.PostAsync("/api/v1/register", new { name = "Anna", email = Email, password = Password });

        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.EqualTo(400));
            Assert.That((string?)failure["message"], Is.EqualTo("Only people of example.com make accounts here."));
            Assert.That(refusedToo, Is.EqualTo(400));
            Assert.That((string?)problem["detail"], Is.EqualTo("Only people of example.com make accounts here."));
            Assert.That((string?)problem["type"], Does.EndWith("not-of-us"));
            Assert.That(made, Is.EqualTo(200));
        });
    }

    [Test]
    public async Task Accounts_live_in_the_hosts_own_table_and_sessions_beside_it()
    {
        await using var host = await RunningHost.StartAsync((builder, database) => Hosts.OwnUsers(builder));

        var (registered, _) = await host.PostAsync("/api/v1/register", new { name = "Anna", email = Email, password = Password });
        var (again, _) = await host.PostAsync("/api/v1/register", new { name = "Anna", email = "ANNA@example.com", password = Password });
        var (signedIn, pair) = await host.PostAsync("/api/v1/login", new { email = Email, password = Password });
        var (refreshed, _) = await host.PostAsync("/api/v1/token/refresh", new { refresh_token = (string?)pair["data"]!["refresh_token"] });

        Assert.Multiple(() =>
        {
            Assert.That(registered, Is.EqualTo(200));
            Assert.That(again, Is.EqualTo(422));
            Assert.That(signedIn, Is.EqualTo(200));
            Assert.That(refreshed, Is.EqualTo(200));
            Assert.That(host.Services.GetRequiredService<MemberTable>().Count, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_foreign_hash_signs_in_once_and_is_replaced()
    {
        const string setting = "$2b$04$abcdefghijklmnopqrstuu";
        if (Bcrypt.Hash(Password, setting) is not { } hash)
        {
            Assert.Ignore("This system's libcrypt has no bcrypt.");
            return;
        }

        await using var host = await RunningHost.StartAsync((builder, database) =>
        {
            Hosts.OwnUsers(builder);
            Hosts.ForeignHashes(builder);
        });
        var members = host.Services.GetRequiredService<MemberTable>();
        var user = new AuthKit.Users.User { Id = Guid.CreateVersion7(), Email = Email, PasswordHash = hash, CreatedAt = DateTimeOffset.UtcNow };
        await members.ChangeAsync(rows =>
        {
            rows.Add(new Member { Id = user.Id, Email = Email, Account = user });
            return UserWrite.Done;
        });

        var (wrong, _) = await host.PostAsync("/api/v1/login", new { email = Email, password = "wrong horse 7!" });
        var (right, _) = await host.PostAsync("/api/v1/login", new { email = Email, password = Password });
        var stored = (await members.ReadAsync(row => row.Id == user.Id))!.PasswordHash;
        var (rightAgain, _) = await host.PostAsync("/api/v1/login", new { email = Email, password = Password });

        Assert.Multiple(() =>
        {
            Assert.That(wrong, Is.EqualTo(401));
            Assert.That(right, Is.EqualTo(200));
            Assert.That(stored, Does.StartWith("$argon2id$"));
            Assert.That(rightAgain, Is.EqualTo(200));
        });
    }

    [Test]
    public async Task A_host_name_tells_which_tenant_is_meant()
    {
        await using var host = await RunningHost.StartAsync((builder, database) => Hosts.TenantByHostName(builder));
        var db = new { connectionString = "acme", keyIdentifier = "SQLITE" };
        using var made = await host.Client.PostAsync("/api/auth/register", System.Net.Http.Json.JsonContent.Create(new { email = Email, password = Password, db }));

        var inAcme = await SignInAsync(host, "acme.app.example");
        var inOther = await SignInAsync(host, "other.app.example");

        Assert.Multiple(() =>
        {
            Assert.That((int)made.StatusCode, Is.EqualTo(201));
            Assert.That(inAcme, Is.EqualTo(200));
            Assert.That(inOther, Is.EqualTo(401));
        });
    }

    private static async Task<int> SignInAsync(RunningHost host, string hostName)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = System.Net.Http.Json.JsonContent.Create(new { email = Email, password = Password }) };
        request.Headers.Host = hostName;
        using var response = await host.Client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
