using System.Net;

namespace AuthKit.OAuth.Tests;

public sealed class SamplesTests
{
    [Test]
    public async Task The_issuer_is_the_address_that_the_server_was_given()
    {
        await using var samples = new OAuthSamples();
        var server = await samples.StartServerAsync();

        var (_, metadata) = await server.GetAsync("/.well-known/openid-configuration");

        Assert.That((string?)metadata!["issuer"], Is.EqualTo(server.Address));
    }

    [Test]
    public async Task A_client_whose_server_is_down_says_so()
    {
        await using var samples = new OAuthSamples();
        var server = await samples.StartServerAsync();
        var client = await samples.StartClientAsync(server.Address);
        await server.KillAsync();

        using var reply = await client.Client.GetAsync("/sign-in");
        var page = await reply.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
            Assert.That(page, Does.Contain($"The server at {server.Address}/ does not answer").And.Not.Contain("Exception"));
        });
    }

    [Test]
    public async Task A_client_that_may_not_register_says_so()
    {
        await using var samples = new OAuthSamples();
        var server = await samples.StartServerAsync(KeyValuePair.Create("ASPNETCORE_ENVIRONMENT", "Production"));
        var client = await samples.StartClientAsync(server.Address);

        var page = await (await client.Client.GetAsync("/sign-in")).Content.ReadAsStringAsync();

        Assert.That(page, Does.Contain($"The server at {server.Address}/ does not register this client"));
    }

    [Test]
    public async Task Two_clients_of_one_server_are_two()
    {
        await using var samples = new OAuthSamples();
        var server = await samples.StartServerAsync();
        var (one, two) = (await samples.StartClientAsync(server.Address), await samples.StartClientAsync(server.Address));

        string[] pages = [await one.Client.GetStringAsync("/sign-in"), await two.Client.GetStringAsync("/sign-in"), await one.Client.GetStringAsync("/sign-in")];

        Assert.That(pages, Has.All.Contains("to continue to OAuthClient sample"));
    }
}
