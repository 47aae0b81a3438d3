using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AuthKit.Records;
using Microsoft.Extensions.Logging;

namespace AuthKit.External;

/// <summary>A conversation with a provider: what it refuses is the token's fault, what it fails at is its own.</summary>
internal sealed class ProviderCall(ILogger<ProviderCall> logger)
{
    private static readonly JsonSerializerOptions Json = new() { TypeInfoResolver = ReflectedJson.Resolver };

    public async Task<Outcome<ExternalIdentity>> RunAsync(string provider, ExternalApplication application, string accessToken, Func<Task<Outcome<ExternalIdentity>>> ask, CancellationToken cancellationToken)
    {
        // Nobody is asked about a provider that the host has not set up, or a token that no header can carry.
        if (string.IsNullOrEmpty(application.ApplicationId) || accessToken.Any(c => c is <= ' ' or > '~'))
            return Fault.InvalidExternalToken;
        try
        {
            var outcome = await ask();
            return outcome.Value is { } identity && !IsStorable(identity) ? Fault.InvalidExternalToken : outcome;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.Failed(provider, e.GetType().Name);
            return new Failure(Fault.ProviderUnavailable) { RetryAfter = TimeSpan.FromSeconds(1) };
        }
    }

    private static bool IsStorable(ExternalIdentity identity) => StorableText.Is(identity.Login.Subject) && StorableText.Is(identity.Name ?? "");

    /// <summary>The answer; null where the provider refuses the token.</summary>
    /// <exception cref="HttpRequestException">The provider failed.</exception>
    public static async Task<T?> ReadAsync<[DynamicallyAccessedMembers(ReflectedJson.Members)] T>(HttpResponseMessage response, CancellationToken cancellationToken) where T : class
    {
        if ((int)response.StatusCode is >= 400 and < 500 and not 429)
            return null;
        response.EnsureSuccessStatusCode();
        // JSON is UTF-8 (RFC 8259 §8.1), whatever charset the provider claims.
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync<T>(body, Json, cancellationToken);
    }
}
