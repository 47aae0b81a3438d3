using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §2.3, ASVS 5.0 V10.3.2: what a user has allowed somebody else's client is what its token opens, and no more.</summary>
internal sealed class DelegatedTokenTests
{
    [Test]
    public async Task Api_tells_what_the_scope_says_and_nothing_else()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "email,firstname");

        var answer = await host.SendAsync(HttpMethod.Post, "/api", null, Requests.Bearer(tokens.Access));

        Assert.That(answer.Body, Is.EqualTo("""{"status":"SUCCESS","data":{"email":"anna@example.com","firstname":"Anna"}}"""));
        (await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).AssertRefused(403, "insufficient_scope");
    }

    [Test]
    public async Task A_scope_of_the_hosts_interfaces_is_given_to_clients_that_list_it_alone()
    {
        await using var host = await TestHost.StartAsync();

        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid orders.read orders.write unknown");

        Assert.That(tokens.Scope, Is.EqualTo("openid"));
    }

    [TestCase("orders.read")]
    [TestCase("unknown")]
    [TestCase("OPENID")]
    public async Task A_scope_of_nothing_that_the_client_may_have_is_refused(string scope)
    {
        await using var host = await TestHost.StartAsync();

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.Shop, scope), browser: null);

        Assert.That((outcome.Value as AuthorizationRefused)?.Failure.Fault, Is.EqualTo(Fault.InvalidScope));
    }

    [Test]
    public async Task It_neither_reads_nor_changes_the_account_through_the_other_contracts()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await MessageCodeSpeaker.GetUserAsync(host, tokens.Access)).Status, Is.EqualTo(403));
            Assert.That((await MessageCodeSpeaker.ValidateAsync(host, tokens.Access)).Status, Is.EqualTo(403));
            Assert.That((await host.PostJsonAsync("/User/UpdateUser", """[{"FullName":"Mallory"}]""", Requests.Bearer(tokens.Access))).Status, Is.EqualTo(403));
            Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, tokens.Access, Speaker.Password, "another horse 8!")).Status, Is.EqualTo(403));
        }
    }
}
