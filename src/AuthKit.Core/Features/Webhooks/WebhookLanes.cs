using Microsoft.Extensions.Options;

namespace AuthKit.Features.Webhooks;

/// <summary>The ways to the endpoints that the host has named.</summary>
internal sealed class WebhookLanes(IOptions<AuthKitOptions> options, TimeProvider time)
{
    public IReadOnlyList<WebhookLane> All { get; } = [.. options.Value.Webhooks.Endpoints.Select(endpoint => WebhookLane.Of(endpoint, time))];
}
