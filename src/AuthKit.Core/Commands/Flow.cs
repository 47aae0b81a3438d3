using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AuthKit.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit;

/// <summary>A flow, named by its type: what a contract's row runs. A host makes one of its own from a class or from a delegate.</summary>
/// <typeparam name="TCommand">What it is asked.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
public sealed class Flow<TCommand, TResult>
    where TResult : notnull
{
    private readonly Func<IServiceProvider, TCommand, FlowContext, CancellationToken, Task<Outcome<TResult>>> _run;

    /// <summary>A flow that a delegate is.</summary>
    /// <param name="run">The flow.</param>
    public Flow(Func<IServiceProvider, TCommand, FlowContext, CancellationToken, Task<Outcome<TResult>>> run)
    {
        _run = run;
        FlowCommands.Add(typeof(TCommand));
    }

    /// <summary>What its activities and measurements are called.</summary>
    /// <value>Default: the name of <typeparamref name="TCommand"/>.</value>
    public string Name { get; init; } = typeof(TCommand).Name;

    /// <summary>Whether somebody could guess at it, so that requests for it are counted per address (<see cref="AuthKitOptions.RateLimits"/>).</summary>
    /// <value>Default: false.</value>
    public bool TakesCredentials { get; init; }

    /// <summary>Whether a row is kept for whoever asks, so that requests for it are counted per client and address (<see cref="AuthKitOptions.RateLimits"/>).</summary>
    /// <value>Default: false.</value>
    public bool KeepsRequests { get; init; }

    /// <summary>What it can fail with beside what its contract's row can: what cannot be read, who may not call, what is down. API descriptions list it.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<Fault> Fails { get; init; } = [];

    /// <summary>Runs the flow; what can go wrong comes back in the outcome.</summary>
    /// <exception cref="Records.StoreUnavailableException">The store cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<Outcome<TResult>> RunAsync(IServiceProvider services, TCommand command, FlowContext context, CancellationToken cancellationToken) =>
        services.GetService<AuthKitMetrics>() is { } metrics && (metrics.MeasuresFlows || FlowTracing.IsListenedTo)
            ? ObserveAsync(metrics, services, command, context, cancellationToken)
            : BeginAsync(services, command, context, cancellationToken);

    /// <summary>The flow that a class is; nothing else registers it.</summary>
    /// <typeparam name="TFlow">The class.</typeparam>
    /// <param name="takesCredentials">See <see cref="TakesCredentials"/>.</param>
    /// <param name="keepsRequests">See <see cref="KeepsRequests"/>.</param>
    /// <param name="fails">See <see cref="Fails"/>.</param>
    public static Flow<TCommand, TResult> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFlow>(bool takesCredentials = false, bool keepsRequests = false, params IReadOnlyList<Fault> fails)
        where TFlow : class, IFlow<TCommand, TResult> =>
        new((services, command, context, cancellationToken) => services.GetRequiredService<FlowInstances>().Get<TFlow>().RunAsync(command, context, cancellationToken))
        {
            TakesCredentials = takesCredentials,
            KeepsRequests = keepsRequests,
            Fails = fails,
        };

    // Performance: without hooks there is no such service, and to have asked for it is all that it costs.
    private Task<Outcome<TResult>> BeginAsync(IServiceProvider services, TCommand command, FlowContext context, CancellationToken cancellationToken) =>
        services.GetService<FlowHooks>()?.Of(typeof(TCommand)) is { } hooks
            ? HeedAsync(hooks, services, command, context, cancellationToken)
            : _run(services, command, context, cancellationToken);

    private async Task<Outcome<TResult>> HeedAsync(FlowHook[] hooks, IServiceProvider services, TCommand command, FlowContext context, CancellationToken cancellationToken) =>
        await FlowHooks.AskAsync(hooks, command, context, services, cancellationToken) is { } refused ? refused : await _run(services, command, context, cancellationToken);

    private async Task<Outcome<TResult>> ObserveAsync(AuthKitMetrics metrics, IServiceProvider services, TCommand command, FlowContext context, CancellationToken cancellationToken)
    {
        using var activity = FlowTracing.Start(Name, context.ClientId);
        var started = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            var outcome = await BeginAsync(services, command, context, cancellationToken);
            error = outcome.Failure?.Fault.Code;
            return outcome;
        }
        catch (Exception e)
        {
            error = e.GetType().FullName;
            throw;
        }
        finally
        {
            metrics.FlowRan(Name, context.ClientId, Stopwatch.GetElapsedTime(started), error);
            activity.End(error);
        }
    }
}
