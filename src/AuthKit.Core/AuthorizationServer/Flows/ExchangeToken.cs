using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Exchanges;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Gives a client a token in the place of another (RFC 8693), where the host's policy lets it.</summary>
/// <param name="SubjectToken">The token of the user whom the new one speaks for.</param>
/// <param name="SubjectTokenType">Its kind, of <see cref="TokenTypes"/>.</param>
/// <param name="Client">The client; it has to have proved who it is.</param>
public sealed record ExchangeToken(string? SubjectToken, string? SubjectTokenType, ClientCredentials Client) : Command
{
    /// <summary>The token of whoever acts for the user; null for impersonation.</summary>
    public string? ActorToken { get; init; }

    /// <summary>Its kind, of <see cref="TokenTypes"/>.</summary>
    public string? ActorTokenType { get; init; }

    /// <summary>What is wanted: null, or an access token.</summary>
    public string? RequestedTokenType { get; init; }

    /// <summary>The scope asked for, values separated by spaces; null for all that the subject token covers and the client may have.</summary>
    public string? Scope { get; init; }

    /// <summary>Where the token is to be used: null, or this server's own audience.</summary>
    public string? Audience { get; init; }

    /// <summary>The same as an address.</summary>
    public string? Resource { get; init; }
}

internal sealed class ExchangeTokenFlow(
    ClientRegistry clients,
    TokenKeys keys,
    ScopePolicy scopes,
    StandingTokens tokens,
    ITokenAudiences audiences,
    SessionIssuer issuer,
    UserDatabases databases,
    IEvents events,
    IOptions<AuthKitOptions> options,
    ITokenExchangePolicy? policy = null) : IFlow<ExchangeToken, TokenPair>
{
    // Each is looked at whenever the session is.
    private const int MostAncestors = 8;

    public async Task<Outcome<TokenPair>> RunAsync(ExchangeToken command, FlowContext context, CancellationToken cancellationToken)
    {
        if (policy is null)
            return Fault.UnsupportedGrantType;
        if (!(await clients.AuthenticateAsync(command.Client, GrantTypes.TokenExchange, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (client.IsPublic)
            return Fault.UnauthorizedClient;
        if (Objection(command) is { } objection)
            return objection;
        if (await tokens.ReadAsync(command.SubjectToken!, command.SubjectTokenType!, client, context, cancellationToken) is not { } subject || !MayBeExchanged(subject, client))
            return await RefuseAsync(null, client, TokenRefusals.Invalid, context, cancellationToken);
        StandingToken? actor = null;
        if (command.ActorToken is { } acting && (actor = await tokens.ReadAsync(acting, command.ActorTokenType!, client, context, cancellationToken)) is null)
            return await RefuseAsync(null, client, TokenRefusals.Invalid, context, cancellationToken);

        // RFC 8693 leaves it to the server; no exchange gives more than there was.
        var covered = Scopes.Split(scopes.ForUser(client, subject.Token.Scope)).Where(value => value != Scopes.OfflineAccess).ToArray();
        var asked = command.Scope is null ? covered : [.. Scopes.Split(command.Scope)];
        if (asked.Except(covered).Any())
            return Fault.InvalidScope;
        var decision = await policy.JudgeAsync(new(client, subject.Token, actor?.Token, asked), cancellationToken);
        if (!decision.IsAllowed)
            return await RefuseAsync(subject, client, TokenRefusals.Policy, context, cancellationToken);
        var scope = Scopes.Join(decision.Scopes is { } granted ? asked.Intersect(granted) : asked);
        // Whoever was sent a token for one interface gets none for another in its place.
        if (subject.Token.Resources is { } resources && audiences.Of(resources, null, scope) is null)
            return Fault.InvalidScope;
        if (!(await keys.OfAsync(client, context, cancellationToken)).Succeeded(out var key, out var unproved))
            return unproved;
        return await StartAsync(client, subject, actor, scope, key, context, cancellationToken);
    }

    private async Task<Outcome<TokenPair>> StartAsync(Client client, StandingToken subject, StandingToken? actor, string scope, TokenKey key, FlowContext context, CancellationToken cancellationToken)
    {
        var (tenant, parent) = (subject.Token.Tenant, subject.Session);
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        var kept = SessionDetails.Of(parent);
        var start = new SessionStart(parent.UserId, parent.CredentialVersion, client.Id, scope)
        {
            AuthenticatedAt = parent.AuthenticatedAt ?? parent.CreatedAt,
            ExpiresAt = subject.Token.ExpiresAt,
            ParentId = parent.ParentId,
            Details = new() { Resources = subject.Token.Resources, ExchangedFrom = [parent.Id, .. kept.ExchangedFrom ?? []], KeptMethods = kept.KeptMethods },
        };
        var details = new TokenDetails(tenant)
        {
            Client = client,
            Confirmation = key.Access,
            Actor = Delegation.Of(subject, actor),
            NotAfter = subject.Token.ExpiresAt,
            WithoutIdToken = true,
        };
        var pair = await issuer.StartAsync(database, start, details, cancellationToken);
        await events.RaiseAsync(context, new TokenExchanged(subject.Token.ClientId, pair.Scope) { UserId = pair.UserId, Tenant = tenant, SessionId = pair.SessionId, ClientId = client.Id }, cancellationToken);
        return pair;
    }

    private Failure? Objection(ExchangeToken command)
    {
        if (string.IsNullOrEmpty(command.SubjectToken))
            return Failure.Of(Field.SubjectToken, Rule.Required);
        if (string.IsNullOrEmpty(command.SubjectTokenType))
            return Failure.Of(Field.SubjectTokenType, Rule.Required);
        // RFC 8693 §2.1: one comes with the other.
        if (command.ActorToken is null != command.ActorTokenType is null)
            return new(Fault.Malformed);
        if (command.RequestedTokenType is not (null or TokenTypes.AccessToken))
            return Failure.Of(Field.RequestedTokenType, Rule.Unknown);
        return IsHere(command.Audience) && IsHere(command.Resource) ? null : new(Fault.InvalidTarget);
    }

    private bool IsHere(string? target) => target is null || target == options.Value.EffectiveAudience || target == options.Value.Issuer;

    // A client in its own name has no user to speak for. What a user lets somebody else's client do is what its scope says, and the
    // host's own clients may do more than that (RFC 9700 §2.3).
    private bool MayBeExchanged(StandingToken subject, Client client) =>
        !subject.Session.IsClientsOwn
        && (clients.IsOwn(subject.Token.ClientId) || !clients.IsOwn(client.Id))
        && (SessionDetails.Of(subject.Session).ExchangedFrom?.Count ?? 0) < MostAncestors;

    private async Task<Outcome<TokenPair>> RefuseAsync(StandingToken? subject, Client client, string reason, FlowContext context, CancellationToken cancellationToken)
    {
        var refused = new TokenRefused(TokenKinds.Exchanged, reason) { UserId = subject?.Session.UserId, Tenant = subject?.Token.Tenant, SessionId = subject?.Session.Id, ClientId = client.Id };
        await events.RaiseAsync(context, refused, cancellationToken);
        return Fault.InvalidExchange;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Gives a client a token in the place of another.</summary>
    public static Flow<ExchangeToken, TokenPair> ExchangeToken { get; } = Flow<ExchangeToken, TokenPair>.Of<ExchangeTokenFlow>(fails: [Fault.InvalidExchange, Fault.InvalidTarget, Fault.InvalidScope, Fault.InvalidDPoPProof, Fault.UseDPoPNonce]);
}
