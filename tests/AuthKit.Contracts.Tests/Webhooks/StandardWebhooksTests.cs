using System.Security.Cryptography;
using System.Text.Json;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using AuthKit.TestSamples;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Webhooks;

/// <summary>A sign-in over HTTP comes to a service that is told of it, signed as Standard Webhooks has it.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class StandardWebhooksTests(Engine engine)
{
    private const string Folder = "AuthKit.Contracts.Tests/Webhooks";

    private readonly string _secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Test]
    public async Task A_service_is_told_of_every_sign_in_within_a_moment()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await StartAsync(receiver);

        await Pair.RegisterAsync(host);
        await Pair.SignInAsync(host);

        WebhookPost[] posted = [await receiver.NextAsync(), await receiver.NextAsync()];
        Assert.That(posted.Select(each => JsonDocument.Parse(each.Body).RootElement.GetProperty("type").GetString()), Is.All.EqualTo(nameof(SignedIn)));
        Assert.That(posted.Select(each => each.Id), Is.Unique);
        Assert.That(posted[0].Body, Does.Not.Contain(Speaker.Email).And.Not.Contain(Speaker.Password));
    }

    [Test]
    public async Task The_library_that_they_publish_takes_the_message_and_no_other()
    {
        Installed.RequireNodePackage("standardwebhooks", Folder, "eng/standard-webhooks.sh");
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await StartAsync(receiver);
        await Pair.RegisterAsync(host);

        var posted = await receiver.NextAsync();

        Assert.That(await new Script("node", $"{Folder}/verify.mjs").RunAsync(_secret, posted.Id, posted.Timestamp, posted.Signature, posted.Body), Is.EqualTo(nameof(SignedIn)));
    }

    private Task<TestHost> StartAsync(WebhookReceiver receiver) => TestHost.StartAsync(new()
    {
        Engine = engine,
        Build = authKit => authKit.AddWebhooks(webhooks =>
        {
            (webhooks.AllowHttp, webhooks.AllowPrivateNetworks) = (true, true);
            webhooks.Endpoints.Add(new() { Url = receiver.Url, Secret = _secret, Events = { nameof(SignedIn) } });
        }),
    });
}
