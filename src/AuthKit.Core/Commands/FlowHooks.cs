using System.Collections.Frozen;

namespace AuthKit;

/// <summary>The host's hooks by command, in the order in which they were added. A host without hooks has no such service.</summary>
internal sealed class FlowHooks(IEnumerable<FlowHook> hooks)
{
    private readonly FrozenDictionary<Type, FlowHook[]> _hooks = hooks.GroupBy(static hook => hook.CommandType).ToFrozenDictionary(static group => group.Key, static group => group.ToArray());

    /// <summary>The commands that something is to be run before.</summary>
    public IEnumerable<Type> Commands => _hooks.Keys;

    /// <summary>Those of a command; null where there are none.</summary>
    public FlowHook[]? Of(Type command) => _hooks.GetValueOrDefault(command);

    /// <summary>Asks each in turn.</summary>
    /// <returns>What the first says that refuses; null where none does.</returns>
    public static async Task<Failure?> AskAsync<TCommand>(FlowHook[] hooks, TCommand command, FlowContext context, IServiceProvider services, CancellationToken cancellationToken)
    {
        // Secrets of the request beside the command's own are for the flow alone.
        var seen = context with { Device = null, Proof = null };
        foreach (var hook in hooks)
        {
            if (await ((FlowHook<TCommand>)hook).AskAsync(command, seen, services, cancellationToken) is { } refused)
                return refused;
        }

        return null;
    }
}
