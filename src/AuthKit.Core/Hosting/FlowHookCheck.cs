using System.Runtime.CompilerServices;
using AuthKit.AuthorizationServer;
using Microsoft.Extensions.Hosting;

namespace AuthKit.Hosting;

/// <summary>Refuses to start with a hook that would never run: it may be what keeps somebody out.</summary>
internal sealed class FlowHookCheck(FlowHooks hooks) : IHostedLifecycleService
{
    // Contracts are mapped by then, also where the web server's own start maps them.
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        RuntimeHelpers.RunClassConstructor(typeof(Flows).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(OAuthFlows).TypeHandle);
        if (hooks.Commands.FirstOrDefault(static command => !FlowCommands.Knows(command)) is { } unknown)
            throw new InvalidOperationException($"Before<{unknown.Name}> was called, and no flow of this host is asked a {unknown.Name}; name the command of a flow that is mapped, and add the feature that it belongs to.");
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
