using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Exchanges;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;

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

    /// <summary>The scope asked for, values separated by spaces; null for all that the subject token covers, or that belongs to an interface that is named, and the client may have.</summary>
    public string? Scope { get; init; }

    /// <summary>Where the token is to be used: interfaces of <see cref="OAuthOptions.Apis"/>, or this server; empty for where the subject token is used.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>The same as addresses (RFC 8707 §2).</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];
}

internal sealed class ExchangeTokenFlow(
    ClientRegistry clients,
    TokenKeys keys,
    ScopePolicy scopes,
    ExchangeTargets targets,
    StandingTokens tokens,
    SessionIssuer issuer,
    UserDatabases databases,
    IEvents events,
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
        if (!targets.TryRead([.. command.Audiences, .. command.Resources], out var named))
            return Fault.InvalidTarget;
        if (await tokens.ReadAsync(command.SubjectToken!, command.SubjectTokenType!, client, context, cancellationToken) is not { } subject || !MayBeExchanged(subject, client))
            return await RefuseAsync(null, client, TokenRefusals.Invalid, context, cancellationToken);
        StandingToken? actor = null;
        if (command.ActorToken is { } acting && (actor = await tokens.ReadAsync(acting, command.ActorTokenType!, client, context, cancellationToken)) is null)
            return await RefuseAsync(null, client, TokenRefusals.Invalid, context, cancellationToken);

        // RFC 8693 leaves it to the server: an exchange gives no more than there was, but what a policy names of an interface that is named.
        if (!targets.MayReach(subject.Token, named, client).Succeeded(out var beyond, out failure))
            return failure;
        var covered = Scopes.Split(scopes.ForUser(client, subject.Token.Scope)).Except(beyond).Where(value => value != Scopes.OfflineAccess).ToArray();
        string[] asked = command.Scope is null ? [.. covered, .. beyond] : [.. Scopes.Split(command.Scope)];
        if (asked.Except(covered).Except(beyond).Any())
            return Fault.InvalidScope;
        var exchange = new TokenExchange(client, subject.Token, actor?.Token, [.. asked.Intersect(covered)]) { Targets = named ?? [], Beyond = [.. asked.Intersect(beyond)] };
        var decision = await policy.JudgeAsync(exchange, cancellationToken);
        if (!decision.IsAllowed)
            return await RefuseAsync(subject, client, TokenRefusals.Policy, context, cancellationToken);
        if (!targets.Grant(subject.Token, named, Scopes.Join(decision.Of(exchange))).Succeeded(out var granted, out failure))
            return failure;
        if (!(await keys.OfAsync(client, context, cancellationToken)).Succeeded(out var key, out var unproved))
            return unproved;
        return await StartAsync(client, subject, actor, granted, key, context, cancellationToken);
    }

    private async Task<Outcome<TokenPair>> StartAsync(Client client, StandingToken subject, StandingToken? actor, ResourceGrant granted, TokenKey key, FlowContext context, CancellationToken cancellationToken)
    {
        var (tenant, parent) = (subject.Token.Tenant, subject.Session);
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        var kept = SessionDetails.Of(parent);
        var start = new SessionStart(parent.UserId, parent.CredentialVersion, client.Id, granted.Scope)
        {
            AuthenticatedAt = parent.AuthenticatedAt ?? parent.CreatedAt,
            ExpiresAt = subject.Token.ExpiresAt,
            ParentId = parent.ParentId,
            Details = new() { Resources = granted.Resources, ExchangedFrom = [parent.Id, .. kept.ExchangedFrom ?? []], KeptMethods = kept.KeptMethods },
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

    private static Failure? Objection(ExchangeToken command)
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
        return null;
    }

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
