using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.ExternalSchemes;

/// <summary>Identities at providers are the home database's: where a request names a tenant, it is told so, and nothing is made, used up or opened.</summary>
internal sealed class ExternalTenantTests
{
    private const string Told = "Sign-in through another provider is for accounts of no tenant. Ask again without naming one.";

    private static readonly (string Name, string Value) Demo = ("X-Tenant", "demo"), Home = ("X-Tenant", "home");

    [Test]
    public async Task Nobody_begins_and_the_home_database_s_name_is_none()
    {
        await using var host = await TestHost.StartAsync(StandInScheme.Plan);
        var start = $$"""{"provider":"{{StandInScheme.Name}}","return_address":"{{StandInScheme.ReturnAddress}}","code_challenge":"{{PageHost.Challenge}}"}""";

        var refused = await host.PostJsonAsync("/api/v1/external-sign-in/start", start, Demo);
        var begun = await host.PostJsonAsync("/api/v1/external-sign-in/start", start, Home);

        Assert.That((refused.Status, refused.Member("message")), Is.EqualTo((400, Told)), refused.Body);
        Assert.That(begun.Status, Is.EqualTo(200), begun.Body);
    }

    [Test]
    public async Task A_code_is_not_redeemed_there_and_stays_good()
    {
        await using var host = await TestHost.StartAsync(StandInScheme.Plan);
        var redeem = $$"""{"code":"{{await StandInScheme.TravelAsync(host)}}","code_verifier":"{{PageHost.Verifier}}"}""";

        var refused = await host.PostJsonAsync("/api/v1/external-sign-in", redeem, Demo);
        var redeemed = await host.PostJsonAsync("/api/v1/external-sign-in", redeem);

        Assert.That((refused.Status, refused.Member("message")), Is.EqualTo((400, Told)), refused.Body);
        Assert.That(redeemed.Status, Is.EqualTo(200), redeemed.Body);
    }

    [TestCase("en", "Accounts here are not signed in to through another provider.")]
    [TestCase("vi", "Các tài khoản ở đây không đăng nhập qua nhà cung cấp khác.")]
    public async Task The_pages_say_so_before_anybody_leaves(string language, string sentence)
    {
        await using var host = await TestHost.StartAsync(StandInScheme.Plan);

        var page = await host.GetAsync($"/external-sign-in?provider={StandInScheme.Name}&ui_locales={language}", Demo);

        Assert.That(page.Status, Is.EqualTo(400));
        Assert.That(page.Headers, Does.Not.ContainKey("Location").And.Not.ContainKey("Set-Cookie"));
        Assert.That(page.Body, Does.Contain(sentence).And.Contain("href=\"/signin"));
    }

    [Test]
    public async Task A_tenant_s_user_adds_none_and_the_code_stays_good()
    {
        await using var host = await TestHost.StartAsync(StandInScheme.Plan);
        await TenantSpeaker.RegisterInAsync(host, "demo", "anna@demo.example");
        var token = (await new TenantSpeaker().SignInAsync(host, "anna@demo.example")).Member("token")!;
        var code = await StandInScheme.TravelAsync(host);

        var refused = await host.PostJsonAsync("/api/v1/external-logins", $$"""{"code":"{{code}}","code_verifier":"{{PageHost.Verifier}}"}""", Requests.Bearer(token));

        Assert.That((refused.Status, refused.Member("message")), Is.EqualTo((400, Told)), refused.Body);
        Assert.That((await host.PostJsonAsync("/api/v1/external-sign-in", $$"""{"code":"{{code}}","code_verifier":"{{PageHost.Verifier}}"}""")).Status, Is.EqualTo(200));
    }
}
