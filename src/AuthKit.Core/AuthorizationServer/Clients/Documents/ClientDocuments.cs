using System.Collections.Concurrent;
using System.Text.Json;
using AuthKit.Networking;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace AuthKit.AuthorizationServer.Clients.Documents;

/// <summary>
/// The documents that clients keep on servers of their own, each kept here for a while, and that it could not be had for a shorter one.
/// Who asks for one that is being fetched waits for that.
/// </summary>
internal sealed class ClientDocuments(DocumentFetcher fetcher, TimeProvider time, ILogger<ClientDocuments> logger) : IDisposable
{
    /// <summary>The least time from one fetch of a document to the next, whatever its server says of caching.</summary>
    public static readonly TimeSpan LeastAge = TimeSpan.FromMinutes(1);

    /// <summary>The most time that one is kept, and so for how long what its owner has taken out of it still counts.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromHours(1);

    private static readonly TimeSpan UsualAge = TimeSpan.FromMinutes(10);

    // In bytes; an entry counts more than its text, because it has to be found.
    private const long MostKept = 16 * 1024 * 1024;
    private const int CostOfEntry = 1024;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly ConcurrentDictionary<string, Lazy<Task<Kept>>> _fetching = new(StringComparer.Ordinal);

    private sealed record Kept(JsonElement? Content, int Bytes, DateTimeOffset FetchedAt, DateTimeOffset Until);

    /// <summary>The document at an address; null where it cannot be had.</summary>
    public async ValueTask<JsonElement?> FindAsync(Uri address, CancellationToken cancellationToken) =>
        _kept.TryGetValue(address.AbsoluteUri, out Kept? kept) && time.GetUtcNow() < kept!.Until ? kept.Content : await FetchAsync(address, cancellationToken);

    /// <summary>As <see cref="FindAsync"/>, where what is kept may have been overtaken: fetched again, unless that was done a moment ago.</summary>
    public async ValueTask<JsonElement?> FindNewerAsync(Uri address, CancellationToken cancellationToken) =>
        _kept.TryGetValue(address.AbsoluteUri, out Kept? kept) && time.GetUtcNow() < kept!.FetchedAt + LeastAge ? kept.Content : await FetchAsync(address, cancellationToken);

    public void Dispose() => _kept.Dispose();

    private async Task<JsonElement?> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        var fetching = _fetching.GetOrAdd(address.AbsoluteUri, static (_, it) => new(() => it.Documents.FetchOnceAsync(it.Address)), (Documents: this, Address: address));
        return (await fetching.Value.WaitAsync(cancellationToken)).Content;
    }

    // For everybody who waits, so that none of them can give it up.
    private async Task<Kept> FetchOnceAsync(Uri address)
    {
        var key = address.AbsoluteUri;
        try
        {
            var fetched = await fetcher.FetchAsync(address, CancellationToken.None);
            if (fetched.Failure is { } failure)
                logger.NotFetched(key, failure);
            var now = time.GetUtcNow();
            var kept = Merge(fetched, _kept.TryGetValue(key, out Kept? before) ? before : null, now);
            // That this server is busy says nothing of the other.
            if (fetched.Failure != FetchFailures.Busy)
                _kept.Set(key, kept, new MemoryCacheEntryOptions { Size = kept.Bytes + CostOfEntry, AbsoluteExpirationRelativeToNow = MostAge });
            return kept;
        }
        finally
        {
            _fetching.TryRemove(key, out _);
        }
    }

    private static Kept Merge(FetchedDocument fetched, Kept? before, DateTimeOffset now)
    {
        if (fetched.Content is { } content)
            return new(content, fetched.Bytes, now, now + AgeOf(fetched.MaxAge));
        // A server that fails for a moment does not take away what it has said already.
        return before is { Content: not null } && now < before.Until ? before with { FetchedAt = now } : new(null, 0, now, now + LeastAge);
    }

    private static TimeSpan AgeOf(TimeSpan? told) => told is not { } age ? UsualAge : age < LeastAge ? LeastAge : age > MostAge ? MostAge : age;
}
