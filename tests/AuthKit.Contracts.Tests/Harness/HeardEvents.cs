using System.Collections.Concurrent;
using System.Threading.Channels;
using AuthKit.Events;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A listener that keeps what it hears.</summary>
internal sealed class HeardEvents
{
    private readonly Channel<AuthEvent> _events = Channel.CreateUnbounded<AuthEvent>();
    private readonly ConcurrentQueue<AuthEvent> _all = new();

    /// <summary>A plan with the listener.</summary>
    public HostPlan Plan => new() { Build = Add };

    /// <summary>All that was heard so far.</summary>
    public IReadOnlyCollection<AuthEvent> All => _all;

    public void Add(AuthKitBuilder builder) => builder.On<AuthEvent>((raised, _, cancellationToken) =>
    {
        _all.Enqueue(raised);
        return _events.Writer.WriteAsync(raised, cancellationToken).AsTask();
    });

    /// <summary>The next event of a type; those before it are passed over.</summary>
    public async Task<TEvent> NextAsync<TEvent>(Func<TEvent, bool>? match = null) where TEvent : AuthEvent
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await _events.Reader.ReadAsync(patience.Token) is TEvent raised && match?.Invoke(raised) is not false)
                return raised;
        }
    }
}
