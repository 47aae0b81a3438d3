using AuthKit.Tokens;

namespace AuthKit;

/// <summary>Tells who calls, from an access token alone.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record Authenticate(string? AccessToken) : Command;

internal sealed class AuthenticateFlow(Callers callers) : IFlow<Authenticate, Caller>
{
    public Task<Outcome<Caller>> RunAsync(Authenticate command, FlowContext context, CancellationToken cancellationToken) =>
        callers.AuthenticateAsync(command.AccessToken, context, cancellationToken).AsTask();
}

public static partial class Flows
{
    /// <summary>Tells who calls, from an access token alone.</summary>
    public static Flow<Authenticate, Caller> Authenticate { get; } = Flow<Authenticate, Caller>.Of<AuthenticateFlow>();
}
