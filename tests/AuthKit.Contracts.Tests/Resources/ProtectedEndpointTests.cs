using System.Net.Http.Headers;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.Harness.OAuthApis;

namespace AuthKit.Contracts.Tests.Resources;

/// <summary>RFC 9728: the host's own endpoints, what they say of themselves, and who gets in.</summary>
internal sealed class ProtectedEndpointTests
{
    private const string OfNotes = "https://auth.example/.well-known/oauth-protected-resource/notes";
    private const string OfHost = "https://auth.example/.well-known/oauth-protected-resource";

    [Test]
    public async Task A_token_for_the_interface_gets_in()
    {
        await using var host = await StartAsync();
        var notes = await ObtainAsync(host, Desk, "diary.read", Notes);
        var own = await ObtainAsync(host, Till, "payroll.pay", Payroll);

        Assert.That((await host.GetAsync("/notes", Requests.Bearer(notes.Access))).Status, Is.EqualTo(200));
        Assert.That((await host.GetAsync("/pay", Requests.Bearer(own.Access))).Status, Is.EqualTo(200));
        Assert.That((await host.GetAsync("/payroll", Requests.Bearer(own.Access))).Status, Is.EqualTo(200));
    }

    [TestCase("/notes", $"Bearer scope=\"diary.read\", resource_metadata=\"{OfNotes}\"")]
    [TestCase("/payroll", "Bearer resource_metadata=\"https://payroll.example/.well-known/oauth-protected-resource\"")]
    [TestCase("/orders", $"Bearer scope=\"orders.read\", resource_metadata=\"{OfHost}\"")]
    [TestCase("/me", "Bearer")]
    public async Task Without_a_token_callers_are_told_where_to_look(string path, string challenge)
    {
        await using var host = await StartAsync();

        var answer = await host.GetAsync(path);

        Assert.That((answer.Status, answer.Header("WWW-Authenticate")), Is.EqualTo((401, challenge)));
    }

    [Test]
    public async Task With_a_bad_token_and_with_too_little_scope_too()
    {
        await using var host = await StartAsync();
        var tokens = await ObtainAsync(host, Desk, "diary.write", Notes);

        var bad = await host.GetAsync("/notes", Requests.Bearer("bad"));
        var little = await host.GetAsync("/notes", Requests.Bearer(tokens.Access));

        Assert.That((bad.Status, bad.Header("WWW-Authenticate")), Is.EqualTo((401, $"Bearer error=\"invalid_token\", scope=\"diary.read\", resource_metadata=\"{OfNotes}\"")));
        Assert.That((little.Status, little.Header("WWW-Authenticate")), Is.EqualTo((403, $"Bearer error=\"insufficient_scope\", scope=\"diary.read\", resource_metadata=\"{OfNotes}\"")));
    }

    [TestCase("/notes", null, """{"resource":"https://auth.example/notes","resource_name":"Notes","authorization_servers":["https://auth.example"],"scopes_supported":["diary.read","diary.write"],"bearer_methods_supported":["header"]}""")]
    [TestCase("/notes/", null, """{"resource":"https://auth.example/notes","resource_name":"Notes","authorization_servers":["https://auth.example"],"scopes_supported":["diary.read","diary.write"],"bearer_methods_supported":["header"]}""")]
    [TestCase("", null, """{"resource":"https://auth.example","authorization_servers":["https://auth.example"],"scopes_supported":["orders.read","orders.write"],"bearer_methods_supported":["header"]}""")]
    [TestCase("", "payroll.example", """{"resource":"https://payroll.example","authorization_servers":["https://auth.example"],"scopes_supported":["payroll.pay"],"bearer_methods_supported":["header"]}""")]
    public async Task What_an_interface_says_of_itself(string path, string? name, string metadata)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/.well-known/oauth-protected-resource{path}") { Headers = { Host = name } };

        using var response = await host.Http.SendAsync(request);

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(metadata));
        Assert.That(response.Content.Headers.ContentType, Is.EqualTo(MediaTypeHeaderValue.Parse("application/json; charset=utf-8")));
    }

    [TestCase("/notes/1")]
    [TestCase("/note")]
    [TestCase("/notes?a=b")]
    [TestCase("/notes%2F")]
    public async Task Of_what_is_no_interface_nothing_is_said(string path)
    {
        await using var host = await StartAsync();

        Assert.That((await host.GetAsync($"/.well-known/oauth-protected-resource{path}")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_host_without_the_contract_advertises_none()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Mapping = app => app.MapAuthKit("laravel"),
            Map = app => app.MapGet("/orders", () => "in").RequireAuthorization(policy => policy.RequireScope(OAuthClients.Read)),
        });

        Assert.That((await host.GetAsync("/orders")).Header("WWW-Authenticate"), Is.EqualTo("Bearer scope=\"orders.read\""));
        Assert.That((await host.GetAsync("/.well-known/oauth-protected-resource")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_policy_may_have_a_name_or_be_the_fallback()
    {
        await using var host = await StartAsync(new()
        {
            Services = services => services.AddAuthorizationBuilder().AddPolicy("notes", policy => policy.RequireScope(ReadNotes)),
            Map = app => app.MapGet("/named", () => "in").RequireAuthorization("notes"),
        });
        var tokens = await ObtainAsync(host, Desk, "diary.read", Notes);

        Assert.That((await host.GetAsync("/named", Requests.Bearer(tokens.Access))).Status, Is.EqualTo(200));
        Assert.That((await host.GetAsync("/named")).Header("WWW-Authenticate"), Does.Contain(OfNotes));
    }

    [Test]
    public async Task What_a_token_is_for_is_among_the_claims_where_there_are_interfaces()
    {
        await using var host = await StartAsync();
        var tokens = await ObtainAsync(host, Till, "openid");

        Assert.That((await host.GetAsync("/me", Requests.Bearer(tokens.Access))).Member("aud"), Is.EqualTo(Host));
    }

    [Test]
    public async Task The_server_names_them()
    {
        await using var host = await StartAsync();

        var metadata = (await host.GetAsync("/.well-known/oauth-authorization-server")).Json;

        Assert.That(metadata.GetProperty("protected_resources").EnumerateArray().Select(value => value.GetString()), Is.EqualTo(new[] { Notes, Payroll }));
        Assert.That(metadata.GetProperty("scopes_supported").EnumerateArray().Select(value => value.GetString()), Does.Contain(ReadNotes).And.Contain(Pay));
    }

    [Test]
    public async Task The_server_of_an_interface_may_ask_of_the_tokens_that_are_for_it()
    {
        await using var host = await StartAsync();
        var (own, other) = (await ObtainAsync(host, Desk, "payroll.pay", Payroll), await ObtainAsync(host, Desk, "diary.read", Notes));

        var told = await OAuthSpeaker.IntrospectAsync(host, PayrollServer, own.Access);

        Assert.That((told.Member("active"), told.Member("aud"), told.Member("scope")), Is.EqualTo(("True", Payroll, "payroll.pay")));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, PayrollServer, other.Access)).Body, Is.EqualTo("""{"active":false}"""));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, PayrollServer, own.Refresh!)).Body, Is.EqualTo("""{"active":false}"""));
    }
}
