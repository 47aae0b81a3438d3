using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>RFC 8414 §3.1: the metadata of an issuer with a path is where clients look for it.</summary>
internal sealed class IssuerPathTests
{
    private const string Warning = "UsePathBase(\"/tenant\")";

    [TestCase("https://auth.example/tenant")]
    [TestCase("https://auth.example/tenant/")]
    public async Task The_path_comes_after_the_well_known_name_or_before_it(string issuer)
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Issuer = issuer, Map = app => app.UsePathBase("/tenant").UseRouting() });

        foreach (var path in new[]
        {
            "/.well-known/oauth-authorization-server/tenant", "/.well-known/openid-configuration/tenant",
            "/tenant/.well-known/openid-configuration", "/tenant/.well-known/oauth-authorization-server",
        })
            Assert.That((await host.GetAsync(path)).Member("issuer"), Is.EqualTo(issuer), path);
        Assert.That(host.Logs.Text, Does.Not.Contain(Warning));
    }

    [Test]
    public async Task Where_no_path_base_fits_a_warning_says_so_once()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Issuer = "https://auth.example/tenant" });

        for (var i = 0; i < 3; i++)
            await host.GetAsync("/.well-known/openid-configuration");

        Assert.That(host.Logs.Entries.Count(entry => entry.Level == LogLevel.Warning && entry.Text.Contains(Warning, StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Without_a_path_there_is_nothing_of_it()
    {
        var host = await SharedHost.GetAsync();

        Assert.That((await host.GetAsync("/.well-known/oauth-authorization-server/tenant")).Status, Is.EqualTo(404));
    }
}
