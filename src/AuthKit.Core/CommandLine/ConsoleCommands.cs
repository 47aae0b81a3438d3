using AuthKit.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.CommandLine;

/// <summary>Finds the command that a host was started with, and runs it.</summary>
internal sealed class ConsoleCommands(IServiceProvider services)
{
    private const string Help = "--help";

    /// <summary>Runs what the words behind <c>authkit</c> ask for.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> words, ConsoleOutput console, CancellationToken cancellationToken)
    {
        try
        {
            // What a host does not start with, a command does not either.
            _ = services.GetRequiredService<IOptions<AuthKitOptions>>().Value;
            return await RunAsync([.. services.GetServices<IConsoleCommand>()], words, console, cancellationToken);
        }
        catch (OptionsValidationException e)
        {
            await console.Error.WriteLineAsync(string.Join('\n', e.Failures));
        }
        catch (StoreUnavailableException e)
        {
            await console.Error.WriteLineAsync(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("Ended.");
        }

        return ConsoleExit.Failed;
    }

    private static async Task<int> RunAsync(IConsoleCommand[] commands, IReadOnlyList<string> words, ConsoleOutput console, CancellationToken cancellationToken)
    {
        if (words is [] or [Help or "help", ..])
            return await ListAsync(commands, console.Out, ConsoleExit.Done);
        if (commands.FirstOrDefault(command => command.Name == words[0]) is not { } command)
        {
            await console.Error.WriteLineAsync($"There is no command {words[0]}.");
            return await ListAsync(commands, console.Error, ConsoleExit.Usage);
        }

        if (words.Contains(Help))
            return await ExplainAsync(command, console.Out, ConsoleExit.Done);
        var (arguments, wrong) = ConsoleArguments.Read(command.Options, [.. words.Skip(1)]);
        if (arguments is not null)
            return await command.RunAsync(arguments, console, cancellationToken);
        await console.Error.WriteLineAsync(wrong);
        return await ExplainAsync(command, console.Error, ConsoleExit.Usage);
    }

    private static async Task<int> ListAsync(IConsoleCommand[] commands, TextWriter writer, int exit)
    {
        await writer.WriteLineAsync("Commands (authkit NAME --help says more of one):");
        foreach (var command in commands.OrderBy(static command => command.Name, StringComparer.Ordinal))
            await writer.WriteLineAsync($"  {command.Name,-16}{command.Summary}");
        return exit;
    }

    private static async Task<int> ExplainAsync(IConsoleCommand command, TextWriter writer, int exit)
    {
        await writer.WriteLineAsync($"authkit {command.Name}: {command.Summary}");
        foreach (var option in command.Options)
            await writer.WriteLineAsync($"  {$"--{option.Name} {option.Value}".TrimEnd(),-32}{option.Summary}{(option.Required ? " (required)" : "")}");
        return exit;
    }
}
