using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer.Codes;

/// <summary>
/// Authorization codes (RFC 6749 §4.1.2). With a code a session is reserved that whoever redeems the code starts. Whoever
/// comes second revokes it, started or not yet, so that no race leaves what a replayed code has issued usable.
/// </summary>
internal sealed class AuthorizationCodes(
    UserDatabases databases,
    TenantRegistry tenants,
    OneTimeSecrets secrets,
    SessionIssuer issuer,
    ReservedSessions reserved,
    TokenKeys keys,
    SessionLiveness liveness,
    ResourcePolicy resources,
    IEvents events,
    TimeProvider time)
{
    /// <summary>What of the authorization request has to be known again when its code is redeemed.</summary>
    private sealed record CodeData(string? RedirectUri, string? CodeChallenge, string? Nonce, Guid SessionId, byte[] SessionHandle)
    {
        /// <summary>As <see cref="SessionDetails.Resources"/> has them.</summary>
        public IReadOnlyList<string>? Resources { get; init; }

        /// <summary>The thumbprint of the key that has to be proved with the code (RFC 9449 §10).</summary>
        public string? DPoPKey { get; init; }
    }

    public static OpaqueToken New(string tenant) => OneTimeSecrets.NewToken(tenant);

    /// <summary>Issues a code, unless it has been issued already.</summary>
    /// <returns>The session that it is redeemed for; null where somebody has redeemed it.</returns>
    public async Task<Session?> IssueAsync(DatabaseLease database, OpaqueToken code, DateTimeOffset expires, AuthorizationRequest request, SessionStart start, CancellationToken cancellationToken)
    {
        if (request.Pushed is not null && await secrets.FindAsync(database, GrantKind.AuthorizationCode, GrantKey.Of(code), cancellationToken) is { } issued)
            return await SessionOfAsync(database, issued, cancellationToken);
        var session = await issuer.ReserveAsync(database, start, TokenSecret.Hash(ReservedSessions.Secret(code)), expires, cancellationToken);
        var data = new CodeData(request.RedirectUriWasSent ? request.RedirectUri : null, request.CodeChallenge, request.Nonce, session.Id, session.Handle) { Resources = request.Resources, DPoPKey = request.DPoPKey };
        var grant = new NewGrant(GrantKind.AuthorizationCode, GrantKey.Of(code), expires) { UserId = start.UserId, ClientId = start.ClientId, Data = GrantData.Write(data) };
        // Of two clicks at once either may be first; whoever is second sends the browser on with the same code.
        if (await secrets.AddAsync(database, grant, cancellationToken))
            return session;
        return await secrets.FindAsync(database, GrantKind.AuthorizationCode, GrantKey.Of(code), cancellationToken) is { } first ? await SessionOfAsync(database, first, cancellationToken) : null;
    }

    private async Task<Session?> SessionOfAsync(DatabaseLease database, Grant issued, CancellationToken cancellationToken) =>
        issued.ConsumedAt is null && !secrets.HasExpired(issued) ? await database.Sessions.FindAsync(GrantData.Read<CodeData>(issued).SessionId, cancellationToken) : null;

    /// <summary>Exchanges a code for the session's first tokens, or gives <see cref="Fault.InvalidGrant"/>, or <see cref="Fault.InvalidTarget"/> where an interface is asked for that was not granted.</summary>
    public async Task<Outcome<TokenPair>> RedeemAsync(string text, string? redirectUri, string? codeVerifier, IReadOnlyList<string>? asked, Client client, TokenKey key, FlowContext context, CancellationToken cancellationToken)
    {
        if (!OpaqueToken.TryParse(text, out var code) || !await tenants.KnowsAsync(code.Tenant, cancellationToken))
            return await RefuseAsync(null, client, TokenRefusals.Invalid, context, cancellationToken);
        await using var database = await databases.OfAsync(code.Tenant, cancellationToken);
        if (await secrets.FindAsync(database, GrantKind.AuthorizationCode, GrantKey.Of(code), cancellationToken) is not { } grant || grant.ClientId != client.Id)
            return await RefuseAsync(null, client, TokenRefusals.Invalid, context, cancellationToken);
        var data = GrantData.Read<CodeData>(grant);
        if (grant.ConsumedAt is null && !(IsSameRedirect(data, redirectUri) && Pkce.Fits(codeVerifier, data.CodeChallenge) && IsSameKey(data, key)))
            return await RefuseAsync(grant, client, TokenRefusals.Invalid, context, cancellationToken);
        if (grant.ConsumedAt is null && await keys.UseAsync(client.Id, key, context, cancellationToken) is { } replayed)
            return replayed;

        if (grant.ConsumedAt is null && !resources.Covers(data.Resources, asked))
            return Fault.InvalidTarget;
        if (!await secrets.ConsumeAsync(database, grant, cancellationToken))
        {
            await RevokeAsync(database, grant, data, code.Tenant, context, cancellationToken);
            return Fault.InvalidGrant;
        }

        var details = new TokenDetails(code.Tenant) { Nonce = data.Nonce, IdTokenAlgorithm = context.IdTokenAlgorithm, Resources = asked };
        if (!(await reserved.StartAsync(database, data.SessionHandle, code, client, key, details, cancellationToken)).Succeeded(out var tokens, out _))
            return await RefuseAsync(grant, client, TokenRefusals.Ended, context, cancellationToken);
        await events.RaiseAsync(context, new CodeRedeemed(GrantTypes.AuthorizationCode) { UserId = tokens.UserId, Tenant = code.Tenant, SessionId = tokens.SessionId, ClientId = client.Id }, cancellationToken);
        return tokens;
    }

    private async Task<Outcome<TokenPair>> RefuseAsync(Grant? grant, Client client, string reason, FlowContext context, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.Code, reason) { UserId = grant?.UserId, ClientId = client.Id }, cancellationToken);
        return Fault.InvalidGrant;
    }

    private static bool IsSameRedirect(CodeData data, string? redirectUri) =>
        data.RedirectUri is { } sent ? sent == redirectUri : string.IsNullOrEmpty(redirectUri);

    private static bool IsSameKey(CodeData data, TokenKey key) => data.DPoPKey is null || Confirmation.OfKey(data.DPoPKey) == key.Access;

    /// <summary>RFC 6749 §4.1.2: the code was used before, so whatever it issued goes. One that has merely expired issued nothing.</summary>
    private async Task RevokeAsync(DatabaseLease database, Grant grant, CodeData data, string tenant, FlowContext context, CancellationToken cancellationToken)
    {
        if (grant.ConsumedAt is null && secrets.HasExpired(grant))
        {
            await events.RaiseAsync(context, new TokenRefused(TokenKinds.Code, TokenRefusals.Expired) { UserId = grant.UserId, Tenant = tenant, ClientId = grant.ClientId }, cancellationToken);
            return;
        }

        await database.Sessions.RevokeAsync(data.SessionId, time.GetUtcNow(), cancellationToken);
        liveness.Forget(data.SessionId, tenant);
        await events.RaiseAsync(context, new CodeReplayed { UserId = grant.UserId, Tenant = tenant, SessionId = data.SessionId, ClientId = grant.ClientId }, cancellationToken);
    }
}
