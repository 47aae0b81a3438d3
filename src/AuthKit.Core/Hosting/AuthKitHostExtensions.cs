using AuthKit.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Runs AuthKit's commands in a host.</summary>
public static class AuthKitHostExtensions
{
    private const string Word = "authkit";

    /// <summary>
    /// Runs the command that the host was started with, where its arguments begin with <c>authkit</c>: with the host's services and settings, in its place. The host is not
    /// started: it listens nowhere and sends no mail. Ctrl+C ends a command.
    /// </summary>
    /// <param name="host">The host, built and not started.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>The exit code (<see cref="ConsoleExit"/>), which the process is to return; null where the arguments ask for no command, and the host is to run.</returns>
    public static async Task<int?> RunAuthKitCommandAsync(this IHost host, string[] args, CancellationToken cancellationToken = default)
    {
        if (args is not [Word, .. var words])
            return null;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ConsoleCancelEventHandler end = (_, pressed) =>
        {
            pressed.Cancel = true;
            ending.Cancel();
        };
        Console.CancelKeyPress += end;
        try
        {
            return await host.Services.GetRequiredService<ConsoleCommands>().RunAsync(words, new(Console.Out, Console.Error), ending.Token);
        }
        finally
        {
            Console.CancelKeyPress -= end;
        }
    }
}
