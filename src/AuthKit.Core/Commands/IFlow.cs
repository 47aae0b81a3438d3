namespace AuthKit;

/// <summary>
/// A flow as a class: its constructor's parameters come from the host's services. One instance serves all requests, is
/// made at its first one, and is not disposed of. <see cref="Flow{TCommand, TResult}.Of{TFlow}"/> makes a <see cref="Flow{TCommand, TResult}"/> of it.
/// </summary>
/// <typeparam name="TCommand">What it is asked.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
public interface IFlow<in TCommand, TResult> where TResult : notnull
{
    /// <summary>Runs the flow; what can go wrong comes back in the outcome.</summary>
    Task<Outcome<TResult>> RunAsync(TCommand command, FlowContext context, CancellationToken cancellationToken);
}
