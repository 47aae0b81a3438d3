using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 8705 §7: a certificate is its client's, from whom it should be, and what is bound to it is worth nothing to others.</summary>
internal sealed class CertificateTests
{
    [Test]
    public async Task Another_client_s_certificate_and_none_open_nothing()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(tls.Plan);

        foreach (var certificate in new[] { tls.Theirs, null })
        {
            var answer = await tls.TokenAsync(host, certificate, MutualTls.Holder);
            Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((401, "invalid_client")));
        }

        (await OAuthSpeaker.TokenAsync(host, MutualTls.Holder, "client_credentials")).AssertRefused(401, "invalid_client", "there is no certificate on this connection");
        Assert.That((await tls.TokenAsync(host, tls.Mine, MutualTls.Holder, "client_credentials", ("client_secret", "any"))).Member("error"), Is.EqualTo("invalid_client"));
        Assert.That((await tls.TokenAsync(host, tls.Mine, MutualTls.Holder)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_certificate_in_a_header_is_none()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(tls.Plan);
        var pem = Uri.EscapeDataString(tls.Mine.ExportCertificatePem());
        var fields = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", MutualTls.Holder.Id)]);

        var answer = await host.SendAsync(HttpMethod.Post, "/token", fields, ("X-ARR-ClientCert", Convert.ToBase64String(tls.Mine.RawData)), ("X-Client-Cert", pem), ("X-SSL-CERT", pem), ("Client-Cert", $":{Convert.ToBase64String(tls.Mine.RawData)}:"));

        answer.AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task A_name_that_no_authority_of_the_host_s_vouches_for_is_none()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(tls.Plan);
        const string name = "CN=issued, O=Example";
        using var key = MutualTls.NewKey();
        using var impostor = Certificates.Authority("CN=Authority", MutualTls.NewKey());
        using var leaf = Certificates.Issue(tls.Authority, "CN=leaf", key);

        foreach (var (certificate, because) in new[]
        {
            (Certificates.SelfSigned(name, key), "it vouches for itself"),
            (Certificates.Issue(impostor, name, key), "another authority of the same name"),
            (Certificates.Issue(tls.Authority, name, key, forServers: true), "for servers alone"),
            (Certificates.Issue(tls.Authority, name, key, until: new(2025, 12, 31, 0, 0, 0, TimeSpan.Zero)), "expired"),
            (Certificates.Issue(tls.Authority, "CN=\"issued, O=Example\"", key), "one part that reads like two"),
            (Certificates.Issue(tls.Authority, "CN=issued, O=Example, C=DE", key), "more parts"),
            (Certificates.Issue(tls.Authority, "O=Example, CN=issued", key), "another order"),
            (Certificates.Issue(tls.Authority, "CN=Issued, O=Example", key), "another case"),
            (Certificates.Issue(tls.Authority, "CN=leaf", key, names => names.AddDnsName("CN=issued, O=Example")), "an alternative name"),
        })
        {
            using (certificate)
            {
                var answer = await tls.TokenAsync(host, certificate, MutualTls.Issued);
                Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((401, "invalid_client")), because);
            }
        }

        using var right = Certificates.Issue(tls.Authority, name, key);
        Assert.That((await tls.TokenAsync(host, right, MutualTls.Issued)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_bound_token_is_worth_nothing_with_another_certificate_or_without()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(tls.Plan.And(new() { Map = app => app.MapGet("/orders", () => "in").RequireAuthorization(policy => policy.RequireScope(OAuthClients.Read)) }));
        using var key = new DPoPKey();
        var token = (await tls.TokenAsync(host, tls.Mine, MutualTls.Holder)).Member("access_token")!;

        foreach (var path in new[] { "/orders", "/userinfo" })
        {
            foreach (var certificate in new[] { tls.Theirs, null })
                Assert.That((await tls.GetAsync(host, certificate, path, token)).Status, Is.EqualTo(401), path);
            Assert.That((await host.GetAsync(path, Requests.Bearer(token))).Status, Is.EqualTo(401), path);
            Assert.That((await key.GetAsync(host, path, token)).Status, Is.EqualTo(401), path);
        }

        Assert.That((await tls.GetAsync(host, tls.Mine, "/orders", token)).Status, Is.EqualTo(200));
        Assert.That((await tls.GetAsync(host, tls.Mine, "/userinfo", token)).Status, Is.EqualTo(403), "a client in its own name is no user");
    }

    [Test]
    public async Task No_client_registers_itself_with_a_certificate()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(tls.Plan);

        foreach (var method in new[] { "tls_client_auth", "self_signed_tls_client_auth" })
        {
            var answer = await host.PostJsonAsync("/register", $$"""{"token_endpoint_auth_method":"{{method}}","grant_types":["client_credentials"],"jwks":{{OAuthClients.Jwks(tls.Key)}}}""", Requests.Bearer(OAuthClients.InitialAccessToken));
            Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_client_metadata")), method);
        }
    }
}
