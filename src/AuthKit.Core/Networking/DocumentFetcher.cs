using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.RateLimiting;

namespace AuthKit.Networking;

/// <summary>
/// Fetches JSON from where a stranger says, against server-side request forgery (SSRF): by https, from addresses that
/// <see cref="AddressRules"/> allow, in one answer of bounded size and time, and not many at once.
/// </summary>
/// <param name="clients">Has the client called <see cref="HttpClientName"/>, whose handler is a <see cref="GuardedConnector"/>'s.</param>
/// <param name="timeout">The most time that one fetch may take, from the name to the last byte.</param>
/// <param name="time">The clock.</param>
internal sealed class DocumentFetcher(IHttpClientFactory clients, TimeSpan timeout, TimeProvider time) : IDisposable
{
    public const string HttpClientName = "AuthKit.ClientDocuments";

    public const int MaxBytes = 64 * 1024;

    private const int AtOnce = 32;
    private const int AtOnceFromOneHost = 4;
    private const int MaxDepth = 16;

    private readonly PartitionedRateLimiter<string> _places = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<string, string>(static host => Places(host, AtOnceFromOneHost)),
        PartitionedRateLimiter.Create<string, string>(static _ => Places("", AtOnce)));

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public async Task<FetchedDocument> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
            return FetchedDocument.None(FetchFailures.NotHttps);
        using var place = _places.AttemptAcquire(address.IdnHost);
        if (!place.IsAcquired)
            return FetchedDocument.None(FetchFailures.Busy);
        using var tooLate = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            return await GetAsync(address, either.Token);
        }
        catch (OperationCanceledException) when (tooLate.IsCancellationRequested)
        {
            return FetchedDocument.None(FetchFailures.TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return FetchedDocument.None(e is RefusedAddressException || e.InnerException is RefusedAddressException ? FetchFailures.RefusedAddress : FetchFailures.Unreachable);
        }
    }

    public void Dispose() => _places.Dispose();

    private static RateLimitPartition<string> Places(string key, int places) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = places, QueueLimit = 0 });

    private async Task<FetchedDocument> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Accept = { new("application/json") } } };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        // Of a redirect too: where it leads nobody has named.
        if (response.StatusCode is not HttpStatusCode.OK)
            return FetchedDocument.None(FetchFailures.Status);
        if (!IsJson(response.Content.Headers.ContentType))
            return FetchedDocument.None(FetchFailures.MediaType);
        if (await ReadAsync(response.Content, cancellationToken) is not { } bytes)
            return FetchedDocument.None(FetchFailures.TooLarge);
        return Parse(bytes.Span) is { } content ? new(content, bytes.Length, MaxAge(response.Headers.CacheControl), null) : FetchedDocument.None(FetchFailures.NotJson);
    }

    // RFC 6839 §3.1: whatever ends in +json is JSON.
    private static bool IsJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } name && (name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && name.EndsWith("+json", StringComparison.OrdinalIgnoreCase)));

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var (buffer, length) = (new byte[4096], 0);
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length > MaxBytes)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(2 * length, MaxBytes + 1));
        }

        return buffer.AsMemory(0, length);
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var document = JsonElement.Parse(bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            ReadTexts(document);
            return document;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what lone surrogates raise.
            return null;
        }
    }

    // Before anybody relies on it: a text that is none is found where it is read.
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    ReadTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    ReadTexts(member.Value);
                break;
        }
    }

    private static TimeSpan? MaxAge(CacheControlHeaderValue? control) => control is { NoStore: true } or { NoCache: true } ? TimeSpan.Zero : control?.MaxAge;
}
