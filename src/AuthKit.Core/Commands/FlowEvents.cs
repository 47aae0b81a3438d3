using AuthKit.Events;

namespace AuthKit;

/// <summary>Raises what happens in flows.</summary>
public static class FlowEvents
{
    private const int MaxUserAgent = 256;

    extension(IEvents events)
    {
        /// <summary>Raises an event of a request: its contract, address and program are added.</summary>
        /// <param name="context">How the request came.</param>
        /// <param name="raised">What has happened.</param>
        /// <param name="cancellationToken">Ends the waiting, not the keeping.</param>
        public ValueTask RaiseAsync(FlowContext context, AuthEvent raised, CancellationToken cancellationToken)
        {
            raised.Contract = context.ClientId;
            raised.Address = context.RemoteAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.RemoteAddress;
            raised.UserAgent = context.UserAgent is { Length: > MaxUserAgent } program ? program[..MaxUserAgent] : context.UserAgent;
            return events.RaiseAsync(raised, cancellationToken);
        }
    }
}
