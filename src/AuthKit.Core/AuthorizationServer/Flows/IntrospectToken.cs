using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer;

/// <summary>Tells a protected resource, or the client itself, what a token stands for (RFC 7662).</summary>
/// <param name="Token">The token, of either kind.</param>
/// <param name="Client">Who asks; a client without a secret learns nothing (§4).</param>
public sealed record IntrospectToken(string? Token, ClientCredentials Client) : Command;

/// <summary>What a token stands for (RFC 7662 §2.2).</summary>
/// <param name="Active">Whether it can be used; where it cannot, nothing else is told.</param>
public sealed record TokenFacts(bool Active)
{
    /// <summary>The <c>sub</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>The client that the token was issued to.</summary>
    public string? ClientId { get; init; }

    /// <summary>The scope, values separated by spaces.</summary>
    public string? Scope { get; init; }

    /// <summary>The session.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The tenant that the user lives in.</summary>
    public string? Tenant { get; init; }

    /// <summary>When the token expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether it is an access token rather than a refresh token.</summary>
    public bool IsAccessToken { get; init; }
}

internal sealed class IntrospectTokenFlow(ClientRegistry clients, RefreshTokens refreshTokens, Callers callers, Subjects subjects, UserDatabases databases, TimeProvider time) : IFlow<IntrospectToken, TokenFacts>
{
    private static readonly TokenFacts Inactive = new(false);

    public async Task<Outcome<TokenFacts>> RunAsync(IntrospectToken command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (client.IsPublic)
            return Fault.UnauthorizedClient;
        if (string.IsNullOrEmpty(command.Token))
            return Failure.Of(Field.Token, Rule.Required);
        if ((await callers.AuthenticateAsync(command.Token, context, cancellationToken)).Succeeded(out var caller, out _))
            return Of(caller);
        return await refreshTokens.FindAsync(command.Token, client.Id, cancellationToken) is var (session, tenant) && session.IsActive(time.GetUtcNow()) && await IsBoundAsync(session, tenant, cancellationToken)
            ? Of(session, tenant, await subjects.OfAsync(session.UserId, client, cancellationToken))
            : Inactive;
    }

    private async Task<bool> IsBoundAsync(Session session, string tenant, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        return await database.IsBoundAsync(session, cancellationToken);
    }

    private static TokenFacts Of(Caller caller) => new(true)
    {
        IsAccessToken = true,
        Subject = caller.Subject,
        ClientId = caller.ClientId,
        Scope = caller.Scope,
        SessionId = caller.SessionId,
        Tenant = caller.Tenant,
        ExpiresAt = caller.ExpiresAt,
    };

    private static TokenFacts Of(Session session, string tenant, string subject) => new(true)
    {
        Subject = subject,
        ClientId = session.ClientId,
        Scope = session.Scope,
        SessionId = session.Id,
        Tenant = tenant,
        ExpiresAt = session.ExpiresAt,
    };
}

public static partial class OAuthFlows
{
    /// <summary>Tells what a token stands for.</summary>
    public static Flow<IntrospectToken, TokenFacts> IntrospectToken { get; } = Flow<IntrospectToken, TokenFacts>.Of<IntrospectTokenFlow>();
}
