using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.SignIns;

/// <summary>Keeps the proofs of those who are signed in with their sessions, and writes access tokens that tell of them.</summary>
internal sealed class SessionProofs(SessionLiveness liveness, SessionIssuer issuer, ITokenClients clients, IEvents events, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>The caller's session where it counts for the account as it was read, past the cache; null where it does not.</summary>
    public async Task<Session?> FindAsync(Caller caller, Account account, CancellationToken cancellationToken) =>
        await liveness.FindAsync(caller.SessionId, caller.UserId, caller.Tenant, cancellationToken) is { } session && session.IsActive(time.GetUtcNow()) && session.IsBoundTo(account.User)
            ? session
            : null;

    /// <summary>Keeps a proof; <see cref="Fault.InvalidToken"/> where the session has ended while it was judged.</summary>
    /// <param name="caller">Whose proof it is.</param>
    /// <param name="account">Their account, as it was read before the proof was judged.</param>
    /// <param name="session">Their session, as it was read then.</param>
    /// <param name="methods">How the session's owner has proved who they are, from how they had and for a session as it is now.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<ProvedIdentity>> KeepAsync(Caller caller, Account account, Session session, Func<IReadOnlyList<string>, IReadOnlyList<string>> methods, FlowContext context, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var now = time.GetUtcNow();
            var proved = session with { AuthenticatedAt = now, Details = Write(session, methods) };
            if (await account.Database.Sessions.ProveAsync(new(session, now, proved.Details), cancellationToken))
                return await AnswerAsync(caller, account, proved, context, cancellationToken);
            // Another proof has come first, or the session has ended, or it goes on under another credential than the one that was judged.
            if (await account.Database.Sessions.FindAsync(session.Id, cancellationToken) is not { } standing || !standing.IsActive(now) || standing.CredentialVersion != session.CredentialVersion)
                return Fault.InvalidToken;
            session = standing;
        }

        return Fault.Conflict;
    }

    // What there is no room for is not told; the proof counts all the same.
    private static string? Write(Session session, Func<IReadOnlyList<string>, IReadOnlyList<string>> methods)
    {
        var details = SessionDetails.Of(session);
        var written = (details with { KeptMethods = AuthenticationMethods.Kept(methods(details.Methods)) }).Write();
        return written?.Length > SessionDetails.MaxLength ? session.Details : written;
    }

    private async Task<Outcome<ProvedIdentity>> AnswerAsync(Caller caller, Account account, Session session, FlowContext context, CancellationToken cancellationToken)
    {
        liveness.Forget(session.Id, account.Tenant);
        var methods = SessionDetails.Of(session).Methods;
        await events.RaiseAsync(context, new IdentityProved(methods) { UserId = session.UserId, Tenant = account.Tenant, SessionId = session.Id, ClientId = caller.ClientId }, cancellationToken);
        var details = new TokenDetails(account.Tenant)
        {
            Client = await clients.FindAsync(caller.ClientId, cancellationToken),
            Scope = caller.Scope,
            Confirmation = caller.Confirmation,
            Actor = caller.Actor,
            IdTokenAlgorithm = context.IdTokenAlgorithm,
            // A session without a refresh token is as long as its one access token, and no proof makes it longer.
            NotAfter = session.SecretHash is null ? session.ExpiresAt : null,
        };
        return (await issuer.TokensAsync(session, details, cancellationToken)).Succeeded(out var tokens, out var failure) ? new ProvedIdentity(tokens, methods) : failure;
    }
}
