using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>U+0000 and halves of surrogate pairs in a name that a row is found by: the name is unknown, on every engine.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class UnstorableTextTests(Engine engine)
{
    private static readonly string[] Names = ["%00", "shop%00", "a%00b", "%ED%A0%80", "shop%ED%A0%BD"];

    [Test]
    public async Task As_a_clients_id()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });

        foreach (var name in Names)
        {
            foreach (var (path, rest) in new[]
            {
                ("/token", "grant_type=refresh_token&refresh_token=any"), ("/token", "grant_type=authorization_code&code=any"), ("/token", "grant_type=client_credentials"),
                ("/introspect", "token=any"), ("/revoke", "token=any"), ("/par", "response_type=code"), ("/device_authorization", "scope=openid"),
            })
                (await FormAsync(host, path, $"{rest}&client_id={name}&client_secret=any")).AssertRefused(401, "invalid_client", $"{path} {name}");
            foreach (var grant in new[] { "password&username=a&password=b", "refresh_token&refresh_token=a" })
                Assert.That((await FormAsync(host, "/api/v1/authenticate/connect/token", $"grant_type={grant}&client_id={name}&client_secret=c")).Status, Is.EqualTo(401), name);
        }
    }

    [Test]
    public async Task As_a_clients_id_in_the_header()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });

        foreach (var name in Names)
        {
            var basic = ("Authorization", $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{name}:any"))}");
            foreach (var path in new[] { "/token", "/introspect" })
                (await host.SendAsync(HttpMethod.Post, path, Form("grant_type=client_credentials&token=any"), basic)).AssertRefused(401, "invalid_client", $"{path} {name}");
        }
    }

    [Test]
    public async Task As_the_subject_of_an_assertion()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });

        foreach (var name in new[] { "\0", "a\0b" })
        {
            var assertion = new Assertion(host, OAuthClients.Signer) { Payload = { ["sub"] = name, ["iss"] = name } };
            (await Assertion.PresentAsync(host, assertion.Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client");
        }
    }

    [Test]
    public async Task On_a_page()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });

        foreach (var name in Names)
        {
            Assert.That((await host.GetAsync($"/authorize?response_type=code&client_id={name}")).Status, Is.EqualTo(400), name);
            Assert.That((await host.GetAsync($"/authorize?client_id=shop&request_uri=urn:ietf:params:oauth:request_uri:{name}")).Status, Is.EqualTo(400), name);
            Assert.That((await host.GetAsync($"/logout?client_id={name}&post_logout_redirect_uri={name}&state={name}")).Status, Is.EqualTo(200), name);
        }
    }

    [Test]
    public async Task As_a_token_or_a_persons_name()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });

        foreach (var name in Names)
        {
            foreach (var (path, form) in new[]
            {
                ("/token", $"grant_type=refresh_token&refresh_token={name}&client_id=shop&client_secret=shop-secret"),
                ("/api/v1/authenticate/connect/token", $"grant_type=password&username={name}&password={name}&client_id=quickstart&client_secret=quickstart-secret"),
                ("/register_user", $"email={name}%40example.com&password=correct+horse+7&username={name}&firstname={name}"),
            })
                Assert.That((await FormAsync(host, path, form)).Status, Is.InRange(400, 422), $"{path} {name}");
        }
    }

    private static Task<Answer> FormAsync(TestHost host, string path, string form) => host.SendAsync(HttpMethod.Post, path, Form(form));

    private static StringContent Form(string form) => new(form, Encoding.UTF8, "application/x-www-form-urlencoded");
}
