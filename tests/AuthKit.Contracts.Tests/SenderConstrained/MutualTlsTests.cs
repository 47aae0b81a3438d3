using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace AuthKit.Contracts.Tests.SenderConstrained;

/// <summary>RFC 8705: clients that prove who they are by the certificate of the connection, and tokens that are bound to it.</summary>
internal sealed class MutualTlsTests
{
    private static readonly HostPlan Orders = new() { Map = app => app.MapGet("/orders", () => "in").RequireAuthorization(policy => policy.RequireScope(OAuthClients.Read)) };

    [Test]
    public async Task A_certificate_of_the_client_s_own_making_opens_and_binds()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(tls.Plan.And(Orders));

        var answer = await tls.TokenAsync(host, tls.Mine, MutualTls.Holder);

        Assert.That((answer.Status, answer.Member("token_type")), Is.EqualTo((200, "Bearer")), answer.Body);
        var token = answer.Member("access_token")!;
        Assert.That((await tls.GetAsync(host, tls.Mine, "/orders", token)).Status, Is.EqualTo(200));
        var facts = await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, token);
        Assert.That(facts.Json.GetProperty("cnf").GetProperty("x5t#S256").GetString(), Is.EqualTo(Base64Url.EncodeToString(SHA256.HashData(tls.Mine.RawData))));
    }

    [TestCase("name")]
    [TestCase("dns")]
    [TestCase("uri")]
    [TestCase("ip")]
    [TestCase("email")]
    public async Task A_certificate_of_an_authority_s_opens_by_the_name_in_it(string by)
    {
        using var tls = new MutualTls();
        if (by is not "name")
            tls.Subject.DistinguishedName = null;
        (tls.Subject.Dns, tls.Subject.Uri, tls.Subject.IP, tls.Subject.Email) = by switch
        {
            "dns" => ("Issued.example", null, null, null),
            "uri" => (null, "spiffe://example/issued", null, null),
            "ip" => (null, null, "192.0.2.1", null),
            "email" => (null, null, null, "issued@example.com"),
            _ => ((string?)null, (string?)null, (string?)null, (string?)null),
        };
        await using var host = await TestHost.StartAsync(tls.Plan);
        using var key = MutualTls.NewKey();
        using var right = Certificates.Issue(tls.Authority, "CN=issued, O=Example", key, names =>
        {
            names.AddDnsName("issued.example");
            names.AddUri(new("spiffe://example/issued"));
            names.AddIpAddress(IPAddress.Parse("192.0.2.1"));
            names.AddEmailAddress("issued@example.com");
        });
        using var wrong = Certificates.Issue(tls.Authority, "CN=other, O=Example", key, names => names.AddDnsName("other.example"));

        Assert.That((await tls.TokenAsync(host, right, MutualTls.Issued)).Status, Is.EqualTo(200));
        Assert.That((await tls.TokenAsync(host, wrong, MutualTls.Issued)).Member("error"), Is.EqualTo("invalid_client"));
    }

    [Test]
    public async Task A_public_client_s_refresh_token_is_bound_to_its_certificate()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(tls.Plan);
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(MutualTls.Program);

        var tokens = OAuthTokens.Of(await tls.TokenAsync(host, tls.Mine, MutualTls.Program, "authorization_code", ("code", code), ("redirect_uri", MutualTls.Program.RedirectUri), ("code_verifier", Authorizing.Verifier)));

        Assert.That((await tls.TokenAsync(host, tls.Theirs, MutualTls.Program, "refresh_token", ("refresh_token", tokens.Refresh!))).Member("error"), Is.EqualTo("invalid_grant"));
        (await OAuthSpeaker.RefreshAsync(host, MutualTls.Program, tokens.Refresh!)).AssertRefused(400, "invalid_request");
        Assert.That((await tls.TokenAsync(host, tls.Mine, MutualTls.Program, "refresh_token", ("refresh_token", tokens.Refresh!))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Discovery_tells_what_there_is()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(tls.Plan.And(new() { Options = options => options.OAuth.MutualTls.Origin = "https://mtls.example" }));

        var metadata = await host.GetAsync("/.well-known/openid-configuration");
        var without = await (await SharedHost.GetAsync()).GetAsync("/.well-known/openid-configuration");

        Assert.That(metadata.Json.GetProperty("token_endpoint_auth_methods_supported").EnumerateArray().Select(method => method.GetString()), Is.SupersetOf(new[] { "tls_client_auth", "self_signed_tls_client_auth" }));
        Assert.That((metadata.Member("tls_client_certificate_bound_access_tokens"), metadata.Member("mtls_endpoint_aliases.token_endpoint")), Is.EqualTo(("True", "https://mtls.example/token")));
        Assert.That(without.Body, Does.Not.Contain("tls_client").And.Not.Contain("mtls_"));
    }

    [Test]
    public void A_client_that_could_never_have_a_certificate_keeps_the_host_from_starting()
    {
        Assert.That(() => StartAsync(client => client.CertificateBoundTokens = true), Throws.Exception.With.Message.Contains("OAuth.MutualTls.Enabled"));
        Assert.That(() => StartAsync(client => client.AuthenticationMethod = ClientAuthenticationMethods.TlsClientAuth, enabled: true), Throws.Exception.With.Message.Contains("OAuth.MutualTls.Authorities"));
        Assert.That(() => StartAsync(client => client.AuthenticationMethod = ClientAuthenticationMethods.SelfSignedTlsClientAuth, enabled: true), Throws.Exception.With.Message.Contains("no key in Jwks"));

        static Task<TestHost> StartAsync(Action<Client> change, bool enabled = false) => TestHost.StartAsync(new()
        {
            Options = options =>
            {
                options.OAuth.MutualTls.Enabled = enabled;
                options.Clients.Add(MutualTls.Holder.Listed(change));
            },
        });
    }
}
