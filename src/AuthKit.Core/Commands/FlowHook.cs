namespace AuthKit;

/// <summary>What a host has run before a flow, and may refuse with.</summary>
internal abstract class FlowHook
{
    /// <summary>The command of the flows that it runs before.</summary>
    public abstract Type CommandType { get; }
}

/// <summary>A hook before the flows that are asked a command.</summary>
internal sealed class FlowHook<TCommand>(Func<TCommand, FlowContext, IServiceProvider, CancellationToken, Task<Failure?>> before) : FlowHook
{
    public override Type CommandType => typeof(TCommand);

    /// <summary>Why the flow may not run; null where it may.</summary>
    public Task<Failure?> AskAsync(TCommand command, FlowContext context, IServiceProvider services, CancellationToken cancellationToken) =>
        // One that does not heed its token must not hold the request up for longer than a database could.
        before(command, context, services, cancellationToken).WaitAsync(cancellationToken);
}
