using System.Security.Cryptography;
using System.Text;
using AuthKit.Queues;

namespace AuthKit.Features.Webhooks;

/// <summary>The way to one endpoint.</summary>
/// <param name="Id">What its messages wait under: its name, or a hash of its address, which may be a secret.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Signal">Wakes this process's sender to it.</param>
internal sealed record WebhookLane(string Id, WebhookEndpoint Endpoint, QueueSignal Signal)
{
    public static WebhookLane Of(WebhookEndpoint endpoint, TimeProvider time) => new(IdOf(endpoint), endpoint, new(time));

    public static string IdOf(WebhookEndpoint endpoint) => endpoint.Name ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint.Url!.AbsoluteUri)))[..32];
}
