using System.Buffers;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>What a host has given out and will take back: tokens, codes, links, cookies, by kind.</summary>
internal sealed class LiveValues
{
    private readonly Dictionary<string, List<string>> _pools = new(StringComparer.Ordinal);

    /// <summary>What opens something, and is in no log and in no reply to a request that did not have it.</summary>
    public HashSet<string> Secrets { get; } = [];

    private SearchValues<string> Searched => field ??= SearchValues.Create([.. Secrets], StringComparison.Ordinal);

    /// <summary>The secrets that are in a text, once all have been obtained.</summary>
    public IEnumerable<string> SecretsIn(string text) => text.AsSpan().ContainsAny(Searched) ? Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)) : [];

    /// <summary>One of a kind; of any contract, where none was obtained for the one that the kind ends with.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="which">Which: values of several kinds that are picked by one number are one person's.</param>
    public string Pick(string kind, int which)
    {
        if (_pools.TryGetValue(kind, out var pool))
            return pool[which % pool.Count];
        return kind.LastIndexOf('-') is > 0 and var end ? Pick(kind[..end], which) : throw new KeyNotFoundException($"Nothing of the kind '{kind}' was obtained.");
    }

    /// <summary>A value that anybody may see.</summary>
    public void Add(string kind, string value)
    {
        if (!_pools.TryGetValue(kind, out var pool))
            _pools[kind] = pool = [];
        pool.Add(value);
    }

    /// <summary>A value whose last part, after the dots, is secret.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="value">The value.</param>
    /// <param name="contract">The contract whose client it was given to, where others cannot use it.</param>
    public void AddSecret(string kind, string value, string? contract = null)
    {
        Add(kind, value);
        if (contract is not null)
            Add($"{kind}-{contract}", value);
        Secrets.Add(value.Split('.')[^1]);
    }
}
