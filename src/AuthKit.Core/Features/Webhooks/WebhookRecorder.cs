using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Webhooks;

/// <summary>Enqueues a message for each endpoint that an event concerns, before what raised it is answered: one insert each. What cannot be enqueued is logged and counted.</summary>
internal sealed class WebhookRecorder(HomeDatabase home, WebhookLanes lanes, AuthKitMetrics metrics, IOptions<AuthKitOptions> options, ILogger<WebhookRecorder> logger) : IEventRecorder
{
    public ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken) =>
        lanes.All.Any(lane => lane.Endpoint.Hears(raised)) ? new(EnqueueAsync(raised, cancellationToken)) : default;

    private async Task EnqueueAsync(AuthEvent raised, CancellationToken cancellationToken)
    {
        foreach (var lane in lanes.All.Where(lane => lane.Endpoint.Hears(raised)))
        {
            try
            {
                await using var database = await home.GetAsync(cancellationToken);
                await database.Webhooks.Of(lane.Id).EnqueueAsync(MessageFor(lane, raised), cancellationToken);
                lane.Signal.Raise();
            }
            catch (Exception e)
            {
                metrics.WebhookAttempted(lane.Id, "lost");
                logger.NotEnqueued(raised.GetType().Name, lane.Id, e.GetType().Name);
            }
        }
    }

    private WebhookMessage MessageFor(WebhookLane lane, AuthEvent raised) => new()
    {
        Id = Guid.CreateVersion7(raised.Time),
        Lane = lane.Id,
        Type = raised.GetType().Name is { Length: > WebhookTable.MaxType } name ? name[..WebhookTable.MaxType] : raised.GetType().Name,
        Body = WebhookBody.Of(raised, lane.Endpoint.IncludePersonalData),
        CreatedAt = raised.Time,
        ExpiresAt = raised.Time + options.Value.Webhooks.MaxAge,
        DueAt = raised.Time,
    };
}
