using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.ClientFacts;

/// <summary>What clients written against document 004 do, and rely on.</summary>
internal sealed class TenantClientTests
{
    [Test]
    public async Task They_write_the_refresh_body_in_PascalCase()
    {
        await using var host = await TestHost.StartAsync();
        var (token, refreshToken) = await SignInAsync(host);

        var answer = await host.PostJsonAsync("/api/auth/refresh", $$"""{"Token":"{{token}}","RefreshToken":"{{refreshToken}}"}""");

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [TestCase("MONGODB")]
    [TestCase("MONGO")]
    [TestCase("MongoDb")]
    public async Task They_may_say_MONGODB(string keyIdentifier)
    {
        await using var host = await TestHost.StartAsync(new() { Build = StandInCluster.Register });

        var answer = await host.PostJsonAsync("/api/auth/register", $$"""
            {"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}","db":{"connectionString":"{{StandInCluster.Connection}}","keyIdentifier":"{{keyIdentifier}}"} }
            """);

        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
    }

    [Test]
    public async Task They_are_content_with_a_201_that_has_no_body()
    {
        await using var host = await TestHost.StartAsync();

        var answer = await new TenantSpeaker().RegisterAsync(host);

        Assert.That((answer.Status, answer.Body), Is.EqualTo((201, "")));
        Assert.That(answer.Header("Content-Length"), Is.EqualTo("0"));
        Assert.That(answer.Header("Content-Type"), Is.Null);
    }

    [Test]
    public async Task They_read_a_message_from_every_failure()
    {
        await using var host = await TestHost.StartAsync();
        Answer[] answers =
        [
            await host.GetAsync("/api/auth/login"),
            await host.PostJsonAsync("/api/auth/register", ""),
            await host.PostJsonAsync("/api/auth/register", "[]"),
            await host.PostFormAsync("/api/auth/login", ("email", Speaker.Email)),
            await host.PostJsonAsync("/api/auth/login", new string(' ', 100_000)),
            await TenantSpeaker.RegisterInAsync(host, "nowhere"),
            await new TenantSpeaker().SignInAsync(host),
            await TenantSpeaker.RefreshAsync(host, "token", "refreshToken"),
            await TenantSpeaker.RefreshAsync(host, "", ""),
        ];

        foreach (var answer in answers)
            Envelope.AssertFailure("tenant", answer);
    }

    [Test]
    public async Task They_refresh_with_the_stale_token_once_a_protected_route_has_answered_401()
    {
        await using var host = await TestHost.StartAsync();
        var (token, refreshToken) = await SignInAsync(host);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var stale = await host.MeAsync(token);
        Assert.That((stale.Status, stale.Header("WWW-Authenticate")), Is.EqualTo((401, "Bearer error=\"invalid_token\"")));

        var refreshed = await TenantSpeaker.RefreshAsync(host, token, refreshToken);

        Assert.That(refreshed.Status, Is.EqualTo(200), refreshed.Body);
        Assert.That((await host.MeAsync(refreshed.Member("token")!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task They_use_plain_http_and_are_not_sent_elsewhere()
    {
        await using var host = await TestHost.StartAsync();

        var answer = await new TenantSpeaker().RegisterAsync(host);

        Assert.That(host.Address.Scheme, Is.EqualTo("http"));
        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.Header("Location"), Is.Null);
        Assert.That(answer.Header("Strict-Transport-Security"), Is.Null);
    }

    [Test]
    public async Task A_user_name_is_made_up_for_those_who_send_none()
    {
        await using var host = await TestHost.StartAsync();
        var (token, _) = await SignInAsync(host);

        var name = (await MessageCodeSpeaker.ValidateAsync(host, token)).Member("Content.UserName")!;

        Assert.That(name, Does.Match("^user-[a-z0-9]{10}$"));
        Assert.That((await new TenantSpeaker().SignInAsync(host, name)).Status, Is.EqualTo(200));
    }

    private static async Task<(string Token, string RefreshToken)> SignInAsync(TestHost host)
    {
        await new TenantSpeaker().RegisterAsync(host);
        var answer = await new TenantSpeaker().SignInAsync(host);
        return (answer.Member("token")!, answer.Member("refreshToken")!);
    }
}
