using AuthKit.Tokens;

namespace AuthKit;

/// <summary>Tells who calls, from an access token alone.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record Authenticate(string? AccessToken) : Command
{
    /// <summary>Whether a route is going to look at the same text, which may be another kind of token to it: then it is the route's to tell that it was refused.</summary>
    public bool Provisional { get; init; }

    /// <summary>The interfaces that the token may be for, one of which it has to be for (RFC 9068 §4); null for the host itself.</summary>
    public IReadOnlyList<string>? Audience { get; init; }
}

internal sealed class AuthenticateFlow(Callers callers, ITokenAudiences audiences) : IFlow<Authenticate, Caller>
{
    public async Task<Outcome<Caller>> RunAsync(Authenticate command, FlowContext context, CancellationToken cancellationToken)
    {
        return command.Provisional && !string.IsNullOrEmpty(command.AccessToken)
            ? await callers.AuthenticateQuietlyAsync(command.AccessToken, context, cancellationToken)
            : await callers.AuthenticateAsync(command.AccessToken, command.Audience ?? audiences.Host, context, cancellationToken);
    }
}

public static partial class Flows
{
    /// <summary>Tells who calls, from an access token alone.</summary>
    public static Flow<Authenticate, Caller> Authenticate { get; } = Flow<Authenticate, Caller>.Of<AuthenticateFlow>();
}
