using System.Threading.Channels;
using AuthKit.Events;

namespace AuthKit.Docs.Tests.Listening;

/// <summary>Where a host writes down what happens.</summary>
internal sealed class AuditTrail
{
    public Channel<AuthEvent> Entries { get; } = Channel.CreateUnbounded<AuthEvent>();

    public Task AppendAsync(AuthEvent raised, CancellationToken cancellationToken) => Entries.Writer.WriteAsync(raised, cancellationToken).AsTask();
}
