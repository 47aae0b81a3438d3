using System.Text.Json;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Tells a protected resource, or the client itself, what a token stands for (RFC 7662).</summary>
/// <param name="Token">The token, of either kind.</param>
/// <param name="Client">Who asks; a client without a secret learns nothing (§4).</param>
public sealed record IntrospectToken(string? Token, ClientCredentials Client) : Command
{
    /// <summary>Whether the reply is to be signed for the client (RFC 9701 §4).</summary>
    public bool Signed { get; init; }
}

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

    /// <summary>When the token was issued.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Whom the token is for; empty for a refresh token, which is for this server alone.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>Who issued the token.</summary>
    public string? Issuer { get; init; }

    /// <summary>The <c>jti</c>; null for a refresh token.</summary>
    public string? TokenId { get; init; }

    /// <summary>The user's name, or e-mail address where there is none; null where a client speaks for itself, or may not know it.</summary>
    public string? UserName { get; init; }

    /// <summary>The authorization details granted (RFC 9396 §9.2), an array; null for none.</summary>
    public JsonElement? AuthorizationDetails { get; init; }

    /// <summary>The <c>cnf</c> (RFC 9449 §6.2, RFC 8705 §3.2): the key that the access token is bound to, by its method; null where whoever bears the token may use it.</summary>
    public IReadOnlyDictionary<string, string>? Confirmation { get; init; }

    /// <summary>When the user proved who they are (RFC 9470 §6.2, <c>auth_time</c>); null where a client speaks for itself.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>How strongly (RFC 9470 §6.2, <c>acr</c>); null where that is not known.</summary>
    public string? AuthenticationContext { get; init; }

    /// <summary>The <c>act</c> (RFC 8693 §4.1), as JSON: who acts for the user; null where nobody does.</summary>
    public string? Actor { get; init; }

    /// <summary>Whether it is an access token rather than a refresh token.</summary>
    public bool IsAccessToken { get; init; }

    /// <summary>The client that asked for a signed reply; null where JSON will do.</summary>
    public string? SignedFor { get; init; }
}

internal sealed class IntrospectTokenFlow(
    ClientRegistry clients,
    RefreshTokens refreshTokens,
    Callers callers,
    AccessTokens accessTokens,
    AccountNames names,
    Subjects subjects,
    UserDatabases databases,
    IOptions<AuthKitOptions> options,
    TimeProvider time) : IFlow<IntrospectToken, TokenFacts>
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
        var facts = await ExamineAsync(command.Token, client, context, cancellationToken);
        return command.Signed ? facts with { SignedFor = client.Id } : facts;
    }

    private async Task<TokenFacts> ExamineAsync(string token, Client client, FlowContext context, CancellationToken cancellationToken)
    {
        if (await callers.ExamineAsync(token, context, cancellationToken) is ({ } caller, null))
            return MayAsk(client, caller) ? Of(caller) with { UserName = await NameAsync(client, caller, cancellationToken) } : Inactive;
        return await refreshTokens.FindAsync(token, client.Id, cancellationToken) is var (session, tenant) && session.IsActive(time.GetUtcNow()) && await IsBoundAsync(session, tenant, cancellationToken)
            ? Of(session, tenant, await subjects.OfAsync(session.UserId, tenant, client, cancellationToken))
            : Inactive;
    }

    private async Task<bool> IsBoundAsync(Session session, string tenant, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        return await database.IsBoundAsync(session, cancellationToken);
    }

    private static bool MayAsk(Client client, Caller caller) =>
        client.Id == caller.ClientId || client.MayIntrospect || client.FirstParty || caller.Audience.Contains(client.Id) || caller.Audience.Intersect(client.Apis).Any();

    // A client learns of its user what its scope says; the host's own interfaces know their users.
    private async Task<string?> NameAsync(Client client, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.IsClient)
            return null;
        var knows = client.MayIntrospect || client.FirstParty;
        var scopes = knows ? [] : Scopes.Split(caller.Scope);
        var mayName = knows || scopes.Contains(Scopes.Profile) || scopes.Contains(Scopes.UserName);
        var mayAddress = knows || scopes.Contains(Scopes.Email);
        if (!(mayName || mayAddress))
            return null;
        var (userName, email) = await names.OfAsync(caller, cancellationToken);
        return (mayName ? userName : null) ?? (mayAddress ? email : null);
    }

    private TokenFacts Of(Caller caller) => new(true)
    {
        IsAccessToken = true,
        Issuer = options.Value.Issuer,
        Audience = caller.Audience,
        TokenId = caller.TokenId,
        Actor = caller.Actor,
        AuthenticatedAt = caller.AuthenticatedAt,
        AuthenticationContext = caller.AuthenticationContext,
        Confirmation = caller.Confirmation is { } confirmation ? Confirmation.Claim(confirmation) : null,
        IssuedAt = caller.IssuedAt,
        Subject = caller.Subject,
        ClientId = caller.ClientId,
        Scope = caller.Scope,
        SessionId = caller.SessionId,
        Tenant = caller.Tenant,
        ExpiresAt = caller.ExpiresAt,
        AuthorizationDetails = caller.AuthorizationDetails,
    };

    private TokenFacts Of(Session session, string tenant, string subject) => new(true)
    {
        Issuer = options.Value.Issuer,
        IssuedAt = session.LastUsedAt,
        Subject = subject,
        ClientId = session.ClientId,
        Scope = session.Scope,
        SessionId = session.Id,
        Tenant = tenant,
        ExpiresAt = session.ExpiresAt,
        AuthenticatedAt = session.AuthenticatedAt ?? session.CreatedAt,
        AuthenticationContext = options.Value.SignIn.ContextOf(SessionDetails.Of(session).Methods),
        AuthorizationDetails = accessTokens.AuthorizationDetailsOf(session, tenant),
    };
}

public static partial class OAuthFlows
{
    /// <summary>Tells what a token stands for.</summary>
    public static Flow<IntrospectToken, TokenFacts> IntrospectToken { get; } = Flow<IntrospectToken, TokenFacts>.Of<IntrospectTokenFlow>();
}
