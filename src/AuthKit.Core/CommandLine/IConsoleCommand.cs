namespace AuthKit.CommandLine;

/// <summary>Something that a host does when it is started with <c>authkit NAME</c>, in place of serving requests. Features register theirs as a service.</summary>
public interface IConsoleCommand
{
    /// <summary>What it is called: lower-case letters and hyphens.</summary>
    string Name { get; }

    /// <summary>What it does, in one line.</summary>
    string Summary { get; }

    /// <summary>What may stand behind its name. Everything else is refused.</summary>
    IReadOnlyList<ConsoleOption> Options { get; }

    /// <summary>Does it.</summary>
    /// <param name="arguments">What stands behind its name.</param>
    /// <param name="console">Where it writes.</param>
    /// <param name="cancellationToken">Ends with Ctrl+C.</param>
    /// <returns>The exit code, one of <see cref="ConsoleExit"/> unless the command says otherwise.</returns>
    Task<int> RunAsync(ConsoleArguments arguments, ConsoleOutput console, CancellationToken cancellationToken);
}
