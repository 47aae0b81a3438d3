using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AuthKit.External;

/// <summary>A conversation with a provider: what it refuses is the token's fault, what it fails at is its own.</summary>
internal sealed class ProviderCall(ILogger<ProviderCall> logger)
{
    public async Task<Outcome<ExternalIdentity>> RunAsync(string provider, ExternalApplication application, Func<Task<Outcome<ExternalIdentity>>> ask, CancellationToken cancellationToken)
    {
        // Without an application of ours there, no token of its can have been issued for us.
        if (string.IsNullOrEmpty(application.ApplicationId))
            return Fault.InvalidExternalToken;
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.Failed(provider, e.GetType().Name);
            return Fault.ProviderUnavailable;
        }
        catch (FormatException)
        {
            // A token with characters that no header can carry.
            return Fault.InvalidExternalToken;
        }
    }

    /// <summary>The answer; null where the provider refuses the token.</summary>
    /// <exception cref="HttpRequestException">The provider failed.</exception>
    public static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) where T : class
    {
        if ((int)response.StatusCode is >= 400 and < 500 and not 429)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>(cancellationToken);
    }
}
