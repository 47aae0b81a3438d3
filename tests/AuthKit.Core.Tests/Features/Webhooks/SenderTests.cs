using System.Net;
using System.Net.Sockets;
using System.Text;
using AuthKit.Events;
using AuthKit.Features.Webhooks;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Core.Tests.Features.Webhooks;

/// <summary>Senders in the background: beside those of other nodes, and past endpoints that do not answer.</summary>
internal sealed class SenderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private WatchedDatabase _database = null!;
    private Receiver _receiver = null!;

    [SetUp]
    public async Task StartAsync() => (_receiver, _database) = (await Receiver.StartAsync(), new());

    [TearDown]
    public async Task StopAsync() => await _receiver.DisposeAsync();

    [Test]
    public async Task Two_nodes_share_64_messages_and_each_is_posted_once()
    {
        await using var one = Start(_receiver.Url);
        await using var other = Start(_receiver.Url);
        await AtOnce.RunAsync(64, async caller =>
        {
            await one.RaiseAsync(new SignInFailed($"{caller}"));
            return true;
        });
        Assert.That(await one.WaitingAsync(), Has.Count.EqualTo(64));

        await one.StartAsync();
        await other.StartAsync();
        var posted = new List<Posted>();
        for (var i = 0; i < 64; i++)
        {
            var next = _receiver.NextAsync();
            // Nodes that were slower than each other every time wait for their next look.
            while (await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(500))) != next)
            {
                one.Flows.Clock.Advance(TimeSpan.FromSeconds(5));
                other.Flows.Clock.Advance(TimeSpan.FromSeconds(5));
            }

            posted.Add(await next);
        }

        await Task.WhenAll(one.StopAsync(), other.StopAsync()).WaitAsync(Patience);
        Assert.That(posted.Select(each => each.Id), Is.Unique);
        Assert.That(_receiver.Asked, Is.EqualTo(64));
        Assert.That(await one.WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task One_that_does_not_answer_delays_no_other_and_its_attempt_ends()
    {
        await using var slow = await Receiver.StartAsync();
        for (var i = 0; i < 20; i++)
            slow.Answer(static http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        await using var host = Start(slow.Url, _receiver.Url);
        await host.StartAsync();

        for (var i = 0; i < 20; i++)
            await host.RaiseAsync(new SignInFailed($"{i}"));
        var posted = await _receiver.NextAsync(20);

        Assert.That(posted.Select(each => each.Id), Is.Unique);
        await slow.NextAsync(4);
        Assert.That(slow.Asked, Is.EqualTo(4), "It is sent four at once.");
        host.Flows.Clock.Advance(TimeSpan.FromSeconds(16));
        await slow.NextAsync(4);
        await host.StopAsync().WaitAsync(Patience);
        Assert.That((await host.WaitingAsync()).Count(message => message.DueAt > host.Flows.Clock.GetUtcNow() && message.Attempts == 1), Is.GreaterThanOrEqualTo(4));
    }

    [Test]
    public async Task Where_a_redirect_leads_nobody_goes()
    {
        await using var elsewhere = await Receiver.StartAsync();
        _receiver.Answer(http =>
        {
            http.Response.Redirect(elsewhere.Url.AbsoluteUri, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await using var host = Start(_receiver.Url);
        await host.RaiseAsync(new SignInFailed("a"));
        await host.DeliverAsync();

        Assert.That(elsewhere.Asked, Is.Zero);
        Assert.That((await host.WaitingAsync()).Single().Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task Of_an_answer_without_end_no_more_is_read_than_its_head()
    {
        _receiver.Answer(static async http =>
        {
            var junk = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(junk, http.RequestAborted);
        });
        await using var host = Start(_receiver.Url);
        await host.RaiseAsync(new SignInFailed("a"));

        await host.DeliverAsync().WaitAsync(Patience);

        Assert.That(await host.WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task Headers_without_end_are_an_attempt_that_failed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var socket = await listener.AcceptSocketAsync();
            await socket.SendAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
            var header = Encoding.ASCII.GetBytes($"X-Junk: {new string('x', 1000)}\r\n");
            try
            {
                while (true)
                    await socket.SendAsync(header);
            }
            catch (SocketException)
            {
                // The client has had enough.
            }
        });
        await using var host = Start(new Uri($"http://{listener.LocalEndpoint}/"));
        await host.RaiseAsync(new SignInFailed("a"));

        await host.DeliverAsync().WaitAsync(Patience);

        Assert.That((await host.WaitingAsync()).Single().Attempts, Is.EqualTo(1));
        await serving.WaitAsync(Patience);
    }

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    [TestCase("[::ffff:127.0.0.1]")]
    public async Task A_private_address_is_not_connected_to(string name)
    {
        await using var host = new WebhookHost(_database, webhooks =>
        {
            webhooks.AllowPrivateNetworks = false;
            webhooks.Endpoints.Add(new() { Url = new UriBuilder(_receiver.Url) { Host = name }.Uri, Secret = WebhookHost.NewSecret() });
        });
        await host.RaiseAsync(new SignInFailed("a"));
        await host.DeliverAsync();

        Assert.That(_receiver.Asked, Is.Zero);
        Assert.That((await host.WaitingAsync()).Single().Attempts, Is.EqualTo(1));
    }

    private WebhookHost Start(params Uri[] endpoints) => new(_database, webhooks =>
    {
        foreach (var url in endpoints)
            webhooks.Endpoints.Add(new WebhookEndpoint { Url = url, Secret = WebhookHost.NewSecret() });
    });
}
