using AuthKit.Databases;
using AuthKit.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Webhooks;

/// <summary>Posts messages to endpoints, to each at its own pace.</summary>
internal sealed class WebhookSender(HomeDatabase home, WebhookLanes lanes, WebhookDelivery delivery, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<WebhookSender> logger) : BackgroundService
{
    // After the longest attempt there is time to write down what came of it.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(lanes.All.Select(lane => WorkerFor(lane).RunAsync(stoppingToken)));

    private QueueWorker<WebhookMessage> WorkerFor(WebhookLane lane) => new(
        home,
        new(database => database.Webhooks.Of(lane.Id), lane.Signal)
        {
            AtOnce = options.Value.Webhooks.AtOnce,
            Lease = options.Value.Webhooks.AttemptTimeout + Reserve,
            AttemptAsync = (claimed, cancellationToken) => delivery.AttemptAsync(lane, claimed, cancellationToken),
            Unavailable = logger.QueueUnavailable,
        },
        time);
}
