namespace AuthKit;

/// <summary>How a flow of the library is registered.</summary>
internal interface IFlow<in TCommand, TResult> where TResult : notnull
{
    Task<Outcome<TResult>> RunAsync(TCommand command, FlowContext context, CancellationToken cancellationToken);
}
