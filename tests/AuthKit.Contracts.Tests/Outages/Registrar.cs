using System.Collections.Concurrent;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>A client that makes accounts until it is refused one, and remembers those that it was told of.</summary>
internal sealed class Registrar(Speaker speaker, string name)
{
    private const int Enough = 10;

    private readonly TaskCompletionSource _underWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _acknowledged = new();

    public Speaker Speaker => speaker;

    /// <summary>Completes when there are enough accounts to lose.</summary>
    public Task UnderWay => _underWay.Task;

    /// <summary>The addresses of the accounts that it was told of.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <returns>The refusal.</returns>
    public async Task<Answer> RegisterAsync(TestHost host)
    {
        for (var n = 0; ; n++)
        {
            var email = $"{name}.{n}@example.com";
            var answer = await speaker.RegisterAsync(host, email);
            if (answer.Status >= 300)
            {
                _underWay.TrySetResult();
                return answer;
            }

            _acknowledged.Enqueue(email);
            if (n == Enough)
                _underWay.SetResult();
        }
    }
}
