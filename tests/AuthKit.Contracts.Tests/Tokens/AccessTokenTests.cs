using System.Security.Cryptography;
using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>What passes as an access token, and what does not, wherever one is asked for.</summary>
internal sealed class AccessTokenTests
{
    [Test]
    public async Task It_is_an_RFC_9068_token_that_says_what_the_reply_says()
    {
        await using var host = await TestHost.StartAsync();

        var token = new Forgery((await Pair.RegisterAsync(host)).Access);

        var now = host.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.That(token.Header["typ"]!.GetValue<string>(), Is.EqualTo("at+jwt"));
        Assert.That(token.Header["alg"]!.GetValue<string>(), Is.EqualTo("ES256"));
        Assert.That(token.Payload["iss"]!.GetValue<string>(), Is.EqualTo(TestHost.Issuer));
        Assert.That(token.Payload["aud"]!.GetValue<string>(), Is.EqualTo(TestHost.Issuer));
        Assert.That(token.Payload["iat"]!.GetValue<long>(), Is.EqualTo(now));
        Assert.That(token.Payload["exp"]!.GetValue<long>(), Is.EqualTo(now + 900));
        Assert.That(token.Payload["client_id"]!.GetValue<string>(), Is.EqualTo("laravel"));
        Assert.That(token.Payload.Select(claim => claim.Key), Is.SupersetOf(new[] { "sub", "jti", "sid", "scope" }));
        Assert.That(token.Payload.ContainsKey("tid"), Is.False);
    }

    [Test]
    public async Task A_tenants_token_names_the_tenant_and_passes_there_alone()
    {
        await using var host = await TestHost.StartAsync();
        await new TenantSpeaker().RegisterAsync(host);
        var token = (await new TenantSpeaker().SignInAsync(host)).Member("token")!;

        Assert.That((await host.MeAsync(token)).Member("tid"), Is.EqualTo("demo"));
        Assert.That((await host.GetAsync("/me", Requests.Bearer(token), ("X-Tenant", "demo"))).Status, Is.EqualTo(200));
        Assert.That((await host.GetAsync("/me", Requests.Bearer(token), ("X-Tenant", "second"))).Status, Is.EqualTo(401));
        Assert.That((await host.GetAsync("/me", Requests.Bearer(token), ("X-Tenant", "home"))).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task It_opens_what_the_host_requires_authorization_for()
    {
        await using var host = await TestHost.StartAsync();
        var pair = await Pair.RegisterAsync(host);
        var claims = new Forgery(pair.Access).Payload;

        var me = await host.MeAsync(pair.Access);

        Assert.That(me.Status, Is.EqualTo(200));
        Assert.That(me.Member("sub"), Is.EqualTo(claims["sub"]!.GetValue<string>()));
        Assert.That(me.Member("sid"), Is.EqualTo(claims["sid"]!.GetValue<string>()));
    }

    [Test]
    public async Task It_expires()
    {
        await using var host = await TestHost.StartAsync();
        var pair = await Pair.RegisterAsync(host);

        host.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.That((await host.MeAsync(pair.Access)).Status, Is.EqualTo(200));
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await AssertNobodyAcceptsAsync(host, pair.Access);
    }

    [Test]
    public async Task No_id_token_passes()
    {
        await using var host = await TestHost.StartAsync();
        await new ConnectSpeaker().RegisterAsync(host);

        var idToken = (await new ConnectSpeaker().SignInAsync(host)).Member("model.id_token")!;

        Assert.That(new Forgery(idToken).Payload["aud"]!.GetValue<string>(), Is.EqualTo("quickstart"));
        await AssertNobodyAcceptsAsync(host, idToken);
    }

    [Test]
    public async Task No_id_token_passes_even_for_a_client_that_is_called_like_the_audience()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Audience = "quickstart" });
        await new ConnectSpeaker().RegisterAsync(host);

        var idToken = (await new ConnectSpeaker().SignInAsync(host)).Member("model.id_token")!;

        await AssertNobodyAcceptsAsync(host, idToken);
    }

    [Test]
    public async Task No_refresh_token_and_no_mailed_token_passes()
    {
        await using var host = await TestHost.StartAsync();
        var pair = await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);

        await AssertNobodyAcceptsAsync(host, pair.Refresh);
        await AssertNobodyAcceptsAsync(host, await host.Mails.NextTokenAsync(Speaker.Email));
    }

    [Test]
    public async Task No_token_of_another_issuer_passes_though_its_key_is_the_same()
    {
        await using var host = await TestHost.StartAsync();
        await using var other = await TestHost.StartAsync(new() { Shared = host.Databases, Options = options => (options.Issuer, options.Audience) = ("https://other.example", TestHost.Issuer) });

        await AssertNobodyAcceptsAsync(host, (await Pair.RegisterAsync(other)).Access);
    }

    [Test]
    public async Task No_token_for_another_audience_passes()
    {
        await using var host = await TestHost.StartAsync();
        await using var other = await TestHost.StartAsync(new() { Shared = host.Databases, Options = options => options.Audience = "https://api.example" });

        await AssertNobodyAcceptsAsync(host, (await Pair.RegisterAsync(other)).Access);
    }

    [Test]
    public async Task No_forged_token_passes()
    {
        await using var host = await TestHost.StartAsync();
        var pair = await Pair.RegisterAsync(host);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jwk = (await host.GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kty").GetString() == "EC");

        using (Assert.EnterMultipleScope())
        {
            await AssertNobodyAcceptsAsync(host, Forge(forgery => forgery.Bare(), "none"));
            await AssertNobodyAcceptsAsync(host, Forge(forgery => forgery.Bare(), "NONE"));
            await AssertNobodyAcceptsAsync(host, Forge(forgery => forgery.Unsigned(), "none"));
            await AssertNobodyAcceptsAsync(host, Forge(forgery => forgery.Signed(foreign), "ES256"));
            await AssertNobodyAcceptsAsync(host, Forge(forgery => forgery.Signed(Encoding.UTF8.GetBytes(jwk.GetRawText())), "HS256"));
            await AssertNobodyAcceptsAsync(host, Forge(forgery => forgery.Signed(Encoding.UTF8.GetBytes(jwk.GetProperty("x").GetString()!)), "HS256"));
            await AssertNobodyAcceptsAsync(host, Forge(WithEmbeddedKey, "ES256"));
            await AssertNobodyAcceptsAsync(host, Forge(Elsewhere, "ES256"));
            await AssertNobodyAcceptsAsync(host, Forge(AsAnother, "ES256"));
            await AssertNobodyAcceptsAsync(host, $"{pair.Access}.AAAA.AAAA");
            await AssertNobodyAcceptsAsync(host, pair.Access[..^1]);
        }

        Assert.That((await host.MeAsync(pair.Access)).Status, Is.EqualTo(200));

        string Forge(Func<Forgery, string> forge, string algorithm)
        {
            var forgery = new Forgery(pair.Access);
            forgery.Header["alg"] = algorithm;
            return forge(forgery);
        }

        // RFC 7515 section 4.1.3: a key that comes with the token it verifies proves nothing.
        string WithEmbeddedKey(Forgery forgery)
        {
            var point = foreign.ExportParameters(includePrivateParameters: false).Q;
            forgery.Header["jwk"] = new System.Text.Json.Nodes.JsonObject
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["x"] = System.Buffers.Text.Base64Url.EncodeToString(point.X),
                ["y"] = System.Buffers.Text.Base64Url.EncodeToString(point.Y),
            };
            return forgery.Signed(foreign);
        }

        string Elsewhere(Forgery forgery)
        {
            (forgery.Header["jku"], forgery.Header["x5u"]) = ("https://attacker.example/jwks.json", "https://attacker.example/cert");
            return forgery.Signed(foreign);
        }

        string AsAnother(Forgery forgery)
        {
            forgery.Payload["sub"] = Guid.NewGuid().ToString();
            return forgery.Unsigned();
        }
    }

    private static async Task AssertNobodyAcceptsAsync(TestHost host, string token)
    {
        var because = $"token {token}";
        Assert.That((await host.MeAsync(token)).Status, Is.EqualTo(401), because);
        Assert.That((await LaravelSpeaker.LogoutAsync(host, token)).Status, Is.EqualTo(401), because);
        Assert.That((await MessageCodeSpeaker.GetUserAsync(host, token)).Status, Is.EqualTo(401), because);
        Assert.That((await host.GetAsync("/User/GetUser?email=", ("Token", token))).Status, Is.EqualTo(401), because);
        Assert.That((await MessageCodeSpeaker.ValidateAsync(host, token)).Status, Is.EqualTo(401), because);
    }
}
