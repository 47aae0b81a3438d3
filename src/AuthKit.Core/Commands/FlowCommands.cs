using System.Collections.Concurrent;

namespace AuthKit;

/// <summary>The commands that there is a flow for, as far as the process has come across it: flows are static, and a contract that is mapped names those that it serves.</summary>
internal static class FlowCommands
{
    private static readonly ConcurrentDictionary<Type, byte> s_known = new();

    public static void Add(Type command) => s_known.TryAdd(command, 0);

    public static bool Knows(Type command) => s_known.ContainsKey(command);
}
