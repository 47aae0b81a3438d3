using System.Collections.Concurrent;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Fuzzing.Tests.Judging;

/// <summary>Counts a campaign's replies, and keeps what must not be.</summary>
internal sealed class Tally
{
    private const int MaxFindings = 50;

    private readonly ConcurrentDictionary<string, int> _statuses = new();
    private readonly ConcurrentDictionary<string, int> _kinds = new();
    private readonly ConcurrentQueue<Finding> _findings = new();

    public IReadOnlyCollection<Finding> Findings => _findings;

    /// <summary>Whether so much is wrong that going on tells nothing new.</summary>
    public bool IsFull => _findings.Count >= MaxFindings;

    public void Count(Case sent)
    {
        foreach (var kind in sent.Kinds)
            _kinds.AddOrUpdate(kind, 1, (_, count) => count + 1);
    }

    /// <summary>A reply, or that there was none.</summary>
    public void Count(Answer? answer) =>
        _statuses.AddOrUpdate(answer is null ? "none" : answer.Header(ServedBy.Header) is null ? $"{answer.Status} (server)" : $"{answer.Status}", 1, (_, count) => count + 1);

    public void Add(Finding finding) => _findings.Enqueue(finding);

    /// <summary>How often each kind of mutation was sent.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    public override string ToString() => string.Join(", ", _statuses.OrderBy(status => status.Key, StringComparer.Ordinal).Select(status => $"{status.Key}: {status.Value}"));
}
