using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Features.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuthKit.Core.Tests.Features.Webhooks;

/// <summary>A node that tells endpoints on the loopback interface. Its clock stands still until a test moves it.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    private readonly WebhookSender _sender;

    /// <param name="database">The home database, which several nodes may share.</param>
    /// <param name="configure">Names the endpoints.</param>
    public WebhookHost(WatchedDatabase database, Action<WebhookOptions> configure)
    {
        Flows = new(Keeping.Memory, builder => builder.UseDatabase(_ => database).AddWebhooks(webhooks =>
        {
            (webhooks.AllowHttp, webhooks.AllowPrivateNetworks) = (true, true);
            configure(webhooks);
        }));
        _sender = Flows.Get<IEnumerable<IHostedService>>().OfType<WebhookSender>().Single();
    }

    public FeatureHost Flows { get; }

    public static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public ValueTask RaiseAsync(AuthEvent raised) => Flows.Get<IEvents>().RaiseAsync(Flows.Context, raised, default);

    public Task StartAsync() => _sender.StartAsync(default);

    public Task StopAsync() => _sender.StopAsync(default);

    public async Task<IReadOnlyList<WebhookMessage>> WaitingAsync()
    {
        await using var home = await Flows.Get<HomeDatabase>().GetAsync(default);
        return await home.Port<AuthKit.Records.IRecords>(static records => records).ListAsync(WebhookTable.Rows, [], WebhookTable.DueAt, 0, default);
    }

    /// <summary>Claims what is due, as a sender does.</summary>
    public async Task<IReadOnlyList<WebhookMessage>> ClaimAsync()
    {
        await using var home = await Flows.Get<HomeDatabase>().GetAsync(default);
        var claimed = new List<WebhookMessage>();
        foreach (var queue in Flows.Get<WebhookLanes>().All.Select(lane => home.Webhooks.Of(lane.Id)))
        {
            foreach (var due in await queue.ListDueAsync(Flows.Clock.GetUtcNow(), 100, default))
            {
                if (await queue.ClaimAsync(due, Flows.Clock.GetUtcNow() + TimeSpan.FromSeconds(45), default) is { } own)
                    claimed.Add(own);
            }
        }

        return claimed;
    }

    /// <summary>Attempts all that is due, once.</summary>
    public async Task<int> DeliverAsync()
    {
        var claimed = await ClaimAsync();
        foreach (var message in claimed)
            await Flows.Get<WebhookDelivery>().AttemptAsync(Flows.Get<WebhookLanes>().All.Single(lane => lane.Id == message.Lane), message, default);
        return claimed.Count;
    }

    public ValueTask DisposeAsync() => Flows.DisposeAsync();
}
