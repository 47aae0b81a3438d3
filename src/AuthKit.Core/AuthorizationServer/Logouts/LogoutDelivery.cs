using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Queues;
using AuthKit.Telemetry;
using Microsoft.Extensions.Logging;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>One attempt to tell a client of a logout; where it fails, the next after an exponential back-off with jitter.</summary>
internal sealed class LogoutDelivery(ClientRegistry clients, LogoutTokens tokens, IHttpClientFactory http, HomeDatabase home, AuthKitMetrics metrics, TimeProvider time, ILogger<LogoutDelivery> logger)
{
    private const int MaxAttempts = 12;

    /// <summary>Tells the client and removes the notice, or says when it is due again.</summary>
    public async Task AttemptAsync(LogoutNotice claimed, CancellationToken cancellationToken)
    {
        var (isKnown, failure) = await TellAsync(claimed, cancellationToken);
        var now = time.GetUtcNow();
        try
        {
            await using var database = await home.GetAsync(CancellationToken.None);
            var retryIn = await database.LogoutNotices.SettleAsync(claimed, failure is not null, now, MaxAttempts, BackOff.Longest, CancellationToken.None);
            if (retryIn is { } delay)
                logger.NotTold(claimed.ClientId, claimed.SessionId, claimed.Attempts, failure!, delay);
            else if (failure is not null)
                logger.GivenUp(claimed.ClientId, claimed.SessionId, claimed.Attempts, failure);
            metrics.LogoutAttempted(retryIn is not null ? "failed" : failure is not null ? "given_up" : isKnown ? "delivered" : "discarded");
        }
        catch (Exception e)
        {
            // It is due again when the lease ends.
            logger.QueueUnavailable(e.GetType().Name);
        }
    }

    /// <summary>Whether there is still a client who would hear, and what went wrong; null where nothing did.</summary>
    private async Task<(bool IsKnown, string? Failure)> TellAsync(LogoutNotice claimed, CancellationToken cancellationToken)
    {
        try
        {
            if (await clients.FindAsync(claimed.ClientId, cancellationToken) is not { BackChannelLogoutUri: { } address } client)
                return (false, null);
            var token = await tokens.SignAsync(claimed, client, cancellationToken);
            using var sender = http.CreateClient(clients.IsNamed(client.Id) ? LogoutHttp.Named : LogoutHttp.Registered);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("logout_token", token)]) };
            using var response = await sender.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (true, response.IsSuccessStatusCode ? null : $"HTTP {(int)response.StatusCode}");
        }
        catch (Exception e)
        {
            return (true, e.GetType().Name);
        }
    }
}
