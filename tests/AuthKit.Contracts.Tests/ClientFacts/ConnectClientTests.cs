using System.Text.Json;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.ClientFacts;

/// <summary>What clients written against document 000 do, and rely on.</summary>
internal sealed class ConnectClientTests
{
    private static readonly string[] Anonymous =
    [
        "POST /api/v1/authenticate/register HTTP/1.1",
        "Content-Type: application/json; charset=utf-8",
        "Authorization: ",
    ];

    [Test]
    public async Task They_send_an_empty_Authorization_header_where_nobody_is_signed_in()
    {
        await using var host = await TestHost.StartAsync();

        var answer = await RawHttp.SendAsync(host, Anonymous, $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""");

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json;charset=UTF-8")]
    [TestCase("application/json; charset=\"utf-8\"")]
    [TestCase("Application/JSON")]
    public async Task They_name_the_charset_in_the_content_type(string contentType)
    {
        await using var host = await TestHost.StartAsync();

        var answer = await RawHttp.SendAsync(host, ["POST /api/v1/authenticate/register HTTP/1.1", $"Content-Type: {contentType}"], $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""");

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
    }

    [Test]
    public async Task They_ask_by_preflight_whether_a_page_of_another_origin_may_call()
    {
        await using var host = await TestHost.StartAsync();

        var preflight = await host.SendAsync(HttpMethod.Options, "/api/v1/authenticate/register", content: null,
            ("Origin", "https://page.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type"));

        Assert.That(preflight.Status, Is.EqualTo(204));
        Assert.That(preflight.Header("Access-Control-Allow-Origin"), Is.EqualTo("*"));
        Assert.That(preflight.Header("Access-Control-Allow-Headers"), Is.EqualTo("authorization,content-type"));
        Assert.That(preflight.Header("Access-Control-Allow-Methods"), Is.EqualTo("POST"));
    }

    [Test]
    public async Task Their_pages_may_read_successes_and_failures()
    {
        await using var host = await TestHost.StartAsync();
        const string registration = $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""";

        var success = await host.PostJsonAsync("/api/v1/authenticate/register", registration, ("Origin", "https://page.example"));
        var failure = await host.PostJsonAsync("/api/v1/authenticate/register", registration, ("Origin", "https://page.example"));

        Assert.That((success.Status, success.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, "*")));
        Assert.That((failure.Status, failure.Header("Access-Control-Allow-Origin")), Is.EqualTo((400, "*")));
    }

    [Test]
    public async Task They_refresh_with_an_empty_redirect_uri_and_need_a_refresh_token_back()
    {
        await using var host = await TestHost.StartAsync();
        await new ConnectSpeaker().RegisterAsync(host);
        var token = (await new ConnectSpeaker().SignInAsync(host)).Member("model.refresh_token")!;

        for (var i = 0; i < 3; i++)
        {
            var answer = await ConnectSpeaker.RefreshAsync(host, token);
            Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
            token = answer.Member("model.refresh_token")!;
            Assert.That(token, Is.Not.Empty);
        }
    }

    [Test]
    public async Task They_read_expires_in_as_a_nullable_integer()
    {
        await using var host = await TestHost.StartAsync();
        await new ConnectSpeaker().RegisterAsync(host);

        var signIn = await new ConnectSpeaker().SignInAsync(host);
        var refresh = await ConnectSpeaker.RefreshAsync(host, signIn.Member("model.refresh_token")!);
        var refused = await ConnectSpeaker.RefreshAsync(host, "refresh_token");

        Assert.That(signIn.Json.GetProperty("model").GetProperty("expires_in").GetInt32(), Is.EqualTo(900));
        Assert.That(refresh.Json.GetProperty("model").GetProperty("expires_in").GetInt32(), Is.EqualTo(900));
        Assert.That(refused.Json.GetProperty("model").GetProperty("expires_in").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task They_call_a_protected_resource_with_the_scheme_alone_and_expect_401()
    {
        await using var host = await TestHost.StartAsync();

        var answer = await RawHttp.SendAsync(host, ["GET /me HTTP/1.1", "Authorization: Bearer "]);

        Assert.That(answer.Status, Is.EqualTo(401));
        Assert.That(answer.Header("WWW-Authenticate"), Is.EqualTo("Bearer"));
        Assert.That(answer.Json.ValueKind, Is.EqualTo(JsonValueKind.Object));
    }

    [Test]
    public async Task They_need_every_answer_to_be_a_JSON_object()
    {
        await using var host = await TestHost.StartAsync();
        const string register = "/api/v1/authenticate/register";
        const string token = "/api/v1/authenticate/connect/token";
        Answer[] answers =
        [
            await host.GetAsync(register),
            await host.GetAsync(token),
            await host.PostJsonAsync(register, ""),
            await host.PostJsonAsync(register, "{"),
            await host.PostJsonAsync(register, "[]"),
            await host.PostJsonAsync(register, new string(' ', 100_000)),
            await host.PostJsonAsync(token, "{}"),
            await host.PostFormAsync(token),
            await host.PostFormAsync(token, ("grant_type", "none")),
            await host.PostFormAsync(token, ("grant_type", "password")),
            await host.PostFormAsync(token, ("grant_type", "refresh_token")),
            await new ConnectSpeaker().RegisterAsync(host, email: "nobody"),
            await new ConnectSpeaker().SignInAsync(host),
        ];

        foreach (var answer in answers)
            Envelope.AssertFailure("connect", answer);
    }

    [TestCaseSource(nameof(ClientsOfShortPasswords))]
    public async Task They_register_with_a_short_password_where_the_host_keeps_the_documented_rules(Speaker speaker)
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Passwords.UseDocumentedRules = true });

        Assert.That((await speaker.RegisterAsync(host, password: "123456")).Status, Is.EqualTo(200));
        Assert.That((await speaker.SignInAsync(host, password: "123456")).Status, Is.EqualTo(200));
    }

    [TestCaseSource(nameof(ClientsOfShortPasswords))]
    public async Task And_are_told_why_not_where_it_does_not(Speaker speaker)
    {
        await using var host = await TestHost.StartAsync();

        var answer = await speaker.RegisterAsync(host, password: "123456");

        Assert.That(answer.Status, Is.AnyOf(400, 422));
        Assert.That(answer.Body, Does.Contain("must be at least 8 characters"));
    }

    private static IEnumerable<Speaker> ClientsOfShortPasswords => [new ConnectSpeaker(), new LaravelSpeaker()];
}
