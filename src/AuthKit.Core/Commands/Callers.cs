using System.Security.Cryptography;
using System.Text;
using AuthKit.Events;
using AuthKit.Proofs;
using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>Tells who calls, by an access token. A verified signature is cached; expiry and session are looked at every time.</summary>
internal sealed class Callers(AccessTokens tokens, KeyRing ring, ITokenClients clients, ITokenAudiences audiences, SessionLiveness sessions, TokenPossession possession, IEvents events, IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan VerifiedFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _verified = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });

    /// <summary>The caller of what is the host's own, or <see cref="Fault.MissingToken"/> or <see cref="Fault.InvalidToken"/>.</summary>
    public ValueTask<Outcome<Caller>> AuthenticateAsync(string? accessToken, FlowContext context, CancellationToken cancellationToken) =>
        AuthenticateAsync(accessToken, audiences.Host, context, cancellationToken);

    /// <summary>The same, of an interface: the token has to be for one of these (RFC 9068 §4).</summary>
    public async ValueTask<Outcome<Caller>> AuthenticateAsync(string? accessToken, IReadOnlyList<string> audience, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(accessToken))
            return Fault.MissingToken;
        if (context.Authenticated is { Outcome.Value: { } known } authenticated && authenticated.Is(accessToken))
            return IsFor(known, audience) ? known : await RefuseAudienceAsync(known, context, cancellationToken);
        var (outcome, caller, refused) = await JudgeAsync(accessToken, context, cancellationToken);
        if (refused is null && !IsFor(caller!, audience))
            return await RefuseAudienceAsync(caller!, context, cancellationToken);
        if (refused is not null)
            await RaiseRefusedAsync(caller, refused, context, cancellationToken);
        return outcome;
    }

    /// <summary>As <see cref="AuthenticateAsync(string, FlowContext, CancellationToken)"/>, whomever the token is for; raises nothing, because the text may be another kind of token.</summary>
    public async ValueTask<Outcome<Caller>> AuthenticateQuietlyAsync(string accessToken, FlowContext context, CancellationToken cancellationToken) =>
        (await JudgeAsync(accessToken, context, cancellationToken)).Outcome;

    /// <summary>Whoever an access token speaks for, and why it does not count, whoever presents it; raises nothing, because the text may be another kind of token.</summary>
    public async ValueTask<(Caller? Caller, string? Refused)> ExamineAsync(string accessToken, FlowContext context, CancellationToken cancellationToken)
    {
        if (await ReadAsync(accessToken, cancellationToken) is not { } caller)
            return (null, TokenRefusals.Invalid);
        if (caller.ExpiresAt <= time.GetUtcNow())
            return (caller, TokenRefusals.Expired);
        if (context.TenantHint is { } hint && hint != caller.Tenant)
            return (caller, TokenRefusals.OtherTenant);
        return (caller, await IsAliveAsync(caller, cancellationToken) ? null : TokenRefusals.Ended);
    }

    /// <summary>
    /// The caller, for what users do with their account as a whole. Somebody else's client, which users have let see what
    /// its scope says, gets <see cref="Fault.InsufficientScope"/> (RFC 9700 §2.3).
    /// </summary>
    public async ValueTask<Outcome<Caller>> AuthenticateOwnAsync(string? accessToken, FlowContext context, CancellationToken cancellationToken)
    {
        var outcome = await AuthenticateAsync(accessToken, context, cancellationToken);
        if (outcome.Value is not { } caller || caller.ClientId == context.ClientId || clients.IsOwn(caller.ClientId))
            return outcome;
        await RaiseRefusedAsync(caller, TokenRefusals.InsufficientScope, context, cancellationToken);
        return Fault.InsufficientScope;
    }

    /// <summary>The same, for what the account's owner alone does: an administrator who acts as the owner gets <see cref="Fault.Impersonated"/>.</summary>
    public async ValueTask<Outcome<Caller>> AuthenticateOwnerAsync(string? accessToken, FlowContext context, CancellationToken cancellationToken)
    {
        var outcome = await AuthenticateOwnAsync(accessToken, context, cancellationToken);
        return outcome.Value is { IsImpersonated: true } ? Fault.Impersonated : outcome;
    }

    /// <summary>Whether the caller's session counts still, past the cache and for the account as it was read: for what is written to the account, which outlives the cache.</summary>
    public async Task<bool> StillCountsAsync(Caller caller, Account account, CancellationToken cancellationToken) =>
        !options.Value.Tokens.CheckSession
        || (await account.Database.Sessions.FindAsync(caller.SessionId, cancellationToken) is { RevokedAt: null } session
            && session.UserId == account.User.Id
            && session.IsBoundTo(account.User));

    /// <summary>Whoever a token of this issuer speaks for, expired or ended or not; null for any other and for tenants that are gone.</summary>
    public async ValueTask<Caller?> ReadAsync(string accessToken, CancellationToken cancellationToken)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(accessToken), digest);
        var key = new UInt128(BitConverter.ToUInt64(digest), BitConverter.ToUInt64(digest[8..])) ^ (uint)ring.Epoch;
        if (_verified.TryGetValue(key, out Caller? known))
            return known;
        if (await tokens.ReadAsync(accessToken, cancellationToken) is not { } caller)
            return null;
        return _verified.Set(key, caller, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = VerifiedFor });
    }

    public void Dispose() => _verified.Dispose();

    private static bool IsFor(Caller caller, IReadOnlyList<string> audience)
    {
        for (var i = 0; i < caller.Audience.Count; i++)
        {
            if (audience.Contains(caller.Audience[i]))
                return true;
        }

        return false;
    }

    private async ValueTask<Outcome<Caller>> RefuseAudienceAsync(Caller caller, FlowContext context, CancellationToken cancellationToken)
    {
        await RaiseRefusedAsync(caller, TokenRefusals.OtherAudience, context, cancellationToken);
        return Fault.InvalidToken;
    }

    private async ValueTask<(Outcome<Caller> Outcome, Caller? Caller, string? Refused)> JudgeAsync(string accessToken, FlowContext context, CancellationToken cancellationToken)
    {
        var (caller, refused) = await ExamineAsync(accessToken, context, cancellationToken);
        if (refused is not null)
            return (Fault.InvalidToken, caller, refused);
        // Nearly all tokens are bearer tokens, and nothing comes with them.
        if (caller is { Confirmation: null } && context.Proof is null)
            return (caller, caller, null);
        return await possession.ObjectionAsync(caller!.Confirmation, accessToken, context.Proof, cancellationToken) is { } objection
            ? (objection, caller, TokenRefusals.Unproved)
            : (caller, caller, null);
    }

    private ValueTask RaiseRefusedAsync(Caller? caller, string reason, FlowContext context, CancellationToken cancellationToken)
    {
        var refused = new TokenRefused(TokenKinds.Access, reason) { UserId = caller?.UserId, Tenant = caller?.Tenant, SessionId = caller?.SessionId, ClientId = caller?.ClientId };
        return events.RaiseAsync(context, refused, cancellationToken);
    }

    private ValueTask<bool> IsAliveAsync(Caller caller, CancellationToken cancellationToken) =>
        options.Value.Tokens.CheckSession ? sessions.IsAliveAsync(caller.SessionId, caller.UserId, caller.Tenant, cancellationToken) : new(true);
}
