using System.Net;
using AuthKit.Networking;

namespace AuthKit.Core.Tests.Networking;

/// <summary>Resolves names as the test says; asked several times, it may answer differently.</summary>
internal sealed class StandInResolver : IHostResolver
{
    private readonly Dictionary<string, Queue<IPAddress[]>> _answers = new(StringComparer.OrdinalIgnoreCase);

    public int Asked { get; private set; }

    /// <summary>What is answered first, second, and so on; the last answer stays.</summary>
    public StandInResolver Answer(string host, params string[] answers)
    {
        _answers[host] = new(answers.Select(answer => answer.Split(' ').Select(IPAddress.Parse).ToArray()));
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Asked++;
        IReadOnlyList<IPAddress> answer = !_answers.TryGetValue(host, out var answers) ? [] : answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return Task.FromResult(answer);
    }
}
