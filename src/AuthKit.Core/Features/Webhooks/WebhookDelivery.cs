using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AuthKit.Databases;
using AuthKit.Queues;
using AuthKit.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Webhooks;

/// <summary>One attempt to post a claimed message; where it fails, the next after an exponential back-off with jitter.</summary>
internal sealed class WebhookDelivery(HomeDatabase home, IHttpClientFactory http, AuthKitMetrics metrics, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<WebhookDelivery> logger)
{
    private const string Gone = "HTTP 410";
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Posts the message and removes it, or says when it is due again.</summary>
    public async Task AttemptAsync(WebhookLane lane, WebhookMessage claimed, CancellationToken cancellationToken)
    {
        var failure = await PostAsync(lane.Endpoint, claimed, cancellationToken);
        var now = time.GetUtcNow();
        try
        {
            await using var database = await home.GetAsync(CancellationToken.None);
            // Who is gone does not want to be asked again (Standard Webhooks).
            var maxAttempts = failure == Gone ? 0 : options.Value.Webhooks.MaxAttempts;
            var retryIn = await database.Webhooks.Of(lane.Id).SettleAsync(claimed, failure is not null, now, maxAttempts, LongestPause, CancellationToken.None);
            Tell(lane, claimed, failure, retryIn, now);
        }
        catch (Exception e)
        {
            // It is due again when the lease ends.
            logger.QueueUnavailable(e.GetType().Name);
        }
    }

    private void Tell(WebhookLane lane, WebhookMessage claimed, string? failure, TimeSpan? retryIn, DateTimeOffset now)
    {
        metrics.WebhookAttempted(lane.Id, failure is null ? "sent" : retryIn is null ? "given_up" : "failed");
        if (failure is null)
            metrics.WebhookSent(now - claimed.CreatedAt);
        else if (retryIn is { } delay)
            logger.NotSent(claimed.Attempts, claimed.Id, claimed.Type, lane.Id, failure, delay);
        else
            logger.GivenUp(claimed.Id, claimed.Type, lane.Id, claimed.Attempts, failure);
    }

    /// <summary>What went wrong; null where the endpoint has taken the message.</summary>
    private async Task<string?> PostAsync(WebhookEndpoint endpoint, WebhookMessage claimed, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.Webhooks.AttemptTimeout, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var client = http.CreateClient(WebhookHttp.ClientName);
            using var request = Request(endpoint, claimed);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}");
        }
        catch (Exception e)
        {
            return timeout.IsCancellationRequested ? nameof(TimeoutException) : e.GetType().Name;
        }
    }

    private HttpRequestMessage Request(WebhookEndpoint endpoint, WebhookMessage claimed)
    {
        var (id, timestamp) = (claimed.Id.ToString(), time.GetUtcNow().ToUnixTimeSeconds());
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url)
        {
            Content = new ByteArrayContent(claimed.Body) { Headers = { ContentType = Json } },
            Version = HttpVersion.Version11,
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecret.Sign(endpoint, id, timestamp, claimed.Body));
        return request;
    }
}
