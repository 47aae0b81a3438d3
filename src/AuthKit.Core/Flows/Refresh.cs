using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>Exchanges a refresh token for the next pair (RFC 6749 §6, RFC 9700 §4.14.2).</summary>
/// <param name="RefreshToken">The refresh token.</param>
/// <param name="Client">The client, where the contract has clients present themselves.</param>
public sealed record Refresh(string? RefreshToken, ClientCredentials? Client = null) : Command
{
    /// <summary>The scope of the new access token, values separated by spaces; null for the whole of what was granted. It may narrow that, never widen it (RFC 6749 §6).</summary>
    public string? Scope { get; init; }

    /// <summary>The interfaces that the new access token is for, of those that were granted (RFC 8707 §2.2); empty for all of them.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Whether the access token of the same session has to come along; it may have expired.</summary>
    public bool AccessTokenRequired { get; init; }

    /// <summary>That access token.</summary>
    public string? AccessToken { get; init; }
}

internal sealed class RefreshFlow(
    ClientRegistry clients,
    ResourcePolicy resources,
    TokenKeys keys,
    UserDatabases databases,
    TenantRegistry tenants,
    Callers callers,
    RefreshTokens sessions,
    SessionIssuer issuer,
    SessionLiveness liveness,
    SessionDevices devices,
    LastSeen lastSeen,
    IOptions<AuthKitOptions> options,
    IEvents events,
    TimeProvider time) : IFlow<Refresh, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(Refresh command, FlowContext context, CancellationToken cancellationToken)
    {
        Client? client = null;
        if (command.Client is { } presented && !(await clients.AuthenticateAsync(presented, GrantTypes.RefreshToken, context, cancellationToken)).Succeeded(out client, out var refused))
            return refused;
        BrokenRule[] missing = [.. Missing(command)];
        if (missing.Length > 0)
            return new Failure(Fault.Invalid, missing);
        if (!OpaqueToken.TryParse(command.RefreshToken, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken) || (context.TenantHint is { } hint && hint != token.Tenant))
            return await RefuseAsync(context, null, null, TokenRefusals.Invalid, cancellationToken);
        var caller = command.AccessTokenRequired ? await callers.ReadAsync(command.AccessToken!, cancellationToken) : null;
        if (command.AccessTokenRequired && (caller is null || caller.Tenant != token.Tenant))
            return await RefuseAsync(context, null, token.Tenant, TokenRefusals.Invalid, cancellationToken);

        await using var database = await databases.OfAsync(token.Tenant, cancellationToken);
        var clientId = client?.Id ?? context.ClientId;
        if (!resources.TryRead(command.Resources, out var asked))
            return Fault.InvalidTarget;
        if ((command.Scope is not null || asked is not null) && await sessions.PeekAsync(database, token.Handle, clientId, cancellationToken) is { } session
            && Objection(session, command.Scope, asked) is { } objection)
            return objection;
        var key = default(TokenKey);
        if (client is not null && !(await keys.VerifyAsync(client, context, cancellationToken)).Succeeded(out key, out var unproved))
            return unproved;
        var details = new TokenDetails(token.Tenant)
        {
            Client = client,
            Resources = asked,
            Confirmation = key.Access,
            Scope = command.Scope is null ? null : Scopes.Join(Scopes.Split(command.Scope)),
            IdTokenAlgorithm = context.IdTokenAlgorithm,
        };
        var grace = client is { IsPublic: true, FirstParty: false } ? options.Value.Sessions.PublicClientRefreshGrace : options.Value.Sessions.RefreshGrace;
        return await RotateAsync(database, token, clientId, caller?.SessionId, key, details, grace, StaysGood(client, key), context, cancellationToken);
    }

    private static IEnumerable<BrokenRule> Missing(Refresh command)
    {
        if (command.AccessTokenRequired && string.IsNullOrEmpty(command.AccessToken))
            yield return new(Field.Token, Rule.Required);
        if (string.IsNullOrEmpty(command.RefreshToken))
            yield return new(Field.RefreshToken, Rule.Required);
    }

    /// <summary>What is more than was granted, before the refresh token is used up; null where nothing is.</summary>
    private Fault? Objection(Session session, string? scope, IReadOnlyList<string>? asked)
    {
        if (Scopes.Split(scope).Except(Scopes.Split(session.Scope)).Any())
            return Fault.InvalidScope;
        return resources.Of(SessionDetails.Of(session).Resources, asked, scope ?? session.Scope) is null ? Fault.InvalidTarget : null;
    }

    /// <summary>Whether the token is worth nothing without a key, and the host has such tokens stay as they are.</summary>
    private bool StaysGood(Client? client, TokenKey key) =>
        options.Value.OAuth.RotateBoundRefreshTokens is false && client is not null && (key.Refresh is not null || client.ProvesByKey);

    private async Task<Outcome<TokenPair>> RotateAsync(DatabaseLease database, OpaqueToken token, string clientId, Guid? sessionId, TokenKey key, TokenDetails details, TimeSpan grace, bool staysGood, FlowContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // A new salt where the secret stays, too: the one that it was derived from is no lost reply's any more, but a replay.
        var salt = RefreshSecret.NewSalt();
        var next = staysGood ? token.Secret : RefreshSecret.Successor(token.Secret, salt);
        var rotation = new SessionRotation(
            token.Handle,
            clientId,
            TokenSecret.Hash(token.Secret),
            TokenSecret.Hash(next),
            salt,
            now,
            now + options.Value.Sessions.IdleTimeout) { SessionId = sessionId, Confirmation = key.Refresh, Address = devices.AddressOf(context) };
        var ((rotated, session), isBound, account) = await database.RotateAsync(rotation, cancellationToken);
        if (session is null || session.ClientId != clientId || (sessionId is not null && session.Id != sessionId))
            return await RefuseAsync(context, null, details.Tenant, TokenRefusals.Invalid, cancellationToken);
        // Whoever has stolen it does not end the session of who holds the key.
        if (session.Confirmation != key.Refresh)
            return await RefuseAsync(context, session, details.Tenant, TokenRefusals.Unproved, cancellationToken);
        if (!isBound || !(rotated || session.IsActive(now)))
            return await RefuseAsync(context, session, details.Tenant, session.RevokedAt is null && session.ExpiresAt <= now ? TokenRefusals.Expired : TokenRefusals.Ended, cancellationToken);
        if (await keys.UseAsync(clientId, key, context, cancellationToken) is { } replayed)
            return replayed;
        details = details with { User = account };
        if (account is not null)
            await lastSeen.NoteAsync(database, account, cancellationToken);
        return rotated
            ? await issuer.TokensAsync(session, details with { RefreshSecret = next }, cancellationToken)
            : await AnswerSupersededAsync(database, session, token, details, grace, now, context, cancellationToken);
    }

    /// <summary>A superseded secret on a standing session: a reply that was lost a moment ago, or a theft.</summary>
    private async Task<Outcome<TokenPair>> AnswerSupersededAsync(DatabaseLease database, Session session, OpaqueToken token, TokenDetails details, TimeSpan grace, DateTimeOffset now, FlowContext context, CancellationToken cancellationToken)
    {
        // Whoever read the clock before the winner, or has another clock, sees a rotation that is still to come.
        var age = (now - session.LastUsedAt).Duration();
        if (age < grace && RefreshSecret.IsPredecessor(token.Secret, session, out var successor))
        {
            await events.RaiseAsync(context, new RefreshServedInGrace(age) { UserId = session.UserId, Tenant = details.Tenant, SessionId = session.Id, ClientId = session.ClientId }, cancellationToken);
            return await issuer.TokensAsync(session, details with { RefreshSecret = successor }, cancellationToken);
        }

        await database.Sessions.RevokeAsync(session.Id, now, cancellationToken);
        liveness.Forget(session.Id, token.Tenant);
        await events.RaiseAsync(context, new RefreshReplayed { UserId = session.UserId, Tenant = details.Tenant, SessionId = session.Id, ClientId = session.ClientId }, cancellationToken);
        return Fault.InvalidRefreshToken;
    }

    private async Task<Outcome<TokenPair>> RefuseAsync(FlowContext context, Session? session, string? tenant, string reason, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.Refresh, reason) { UserId = session?.UserId, Tenant = tenant, SessionId = session?.Id, ClientId = session?.ClientId }, cancellationToken);
        return Fault.InvalidRefreshToken;
    }
}

public static partial class Flows
{
    /// <summary>Exchanges a refresh token.</summary>
    public static Flow<Refresh, TokenPair> Refresh { get; } = Flow<Refresh, TokenPair>.Of<RefreshFlow>(fails: [Fault.InvalidRefreshToken, Fault.InvalidScope, Fault.InvalidTarget]);
}
