using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Asks whether a page of another origin may read what it is answered (CORS; Fetch Standard §3.2). Nothing is proved, and nothing but that follows from it.</summary>
/// <param name="Origin">The request's <c>Origin</c>.</param>
public sealed record CheckOrigin(string Origin) : Command
{
    /// <summary>The client that the request names, if any; it need not have proved who it is.</summary>
    public ClientCredentials? Client { get; init; }

    /// <summary>The access token that the request brings, if any; it need not be valid.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Whether a browser asks before its page does, which does not tell the client.</summary>
    public bool IsPreflight { get; init; }

    /// <summary>Whether the page wants to register a client, which nobody knows yet.</summary>
    public bool Registers { get; init; }
}

/// <summary>Who may read.</summary>
/// <param name="Allowed">Whether the page may.</param>
/// <param name="Anyone">Whether pages of every origin may.</param>
public sealed record CheckedOrigin(bool Allowed, bool Anyone = false);

internal sealed class CheckOriginFlow(ClientRegistry clients, ClientAssertions assertions, IOptions<AuthKitOptions> options) : IFlow<CheckOrigin, CheckedOrigin>
{
    private readonly JsonWebTokenHandler _tokens = new();

    public async Task<Outcome<CheckedOrigin>> RunAsync(CheckOrigin command, FlowContext context, CancellationToken cancellationToken)
    {
        if (options.Value.OAuth.AllowAnyOrigin)
            return new CheckedOrigin(true, Anyone: true);
        // A document without an origin of its own, sandboxed or opened from a file, says "null", which is none.
        if (!Origin.IsAcceptable(command.Origin))
            return new CheckedOrigin(false);
        // Whether the origin is that of a client which registered itself is looked up once a request says which client it is.
        if (command.IsPreflight)
            return new CheckedOrigin(clients.HasOrigin(command.Origin) || clients.IsOpen);
        if (command.Registers && options.Value.OAuth.OpenRegistration)
            return new CheckedOrigin(true);
        return new CheckedOrigin(await clients.FindAsync(Named(command), cancellationToken) is { } client
            ? client.AllowedOrigins.Contains(command.Origin)
            : clients.HasOrigin(command.Origin));
    }

    private string? Named(CheckOrigin command) =>
        (command.AccessToken is { } token && SignedJwt.Read(_tokens, token) is { } read && read.TryGetPayloadValue<string>(ClaimNames.ClientId, out var id) ? id : null)
        ?? (command.Client?.Assertion is { } assertion ? assertions.Subject(assertion) : null)
        ?? command.Client?.Id;
}

public static partial class OAuthFlows
{
    /// <summary>Asks whether a page of another origin may read what it is answered.</summary>
    public static Flow<CheckOrigin, CheckedOrigin> CheckOrigin { get; } = Flow<CheckOrigin, CheckedOrigin>.Of<CheckOriginFlow>();
}
