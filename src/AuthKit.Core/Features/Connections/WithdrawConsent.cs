using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Consents;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.Features.Connections;

/// <summary>Takes back what the caller has allowed a client of somebody else's: its consent goes, and its sessions end with their tokens, and with codes that it has not redeemed yet.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="ClientId">The client.</param>
public sealed record WithdrawConsent(string? AccessToken, string? ClientId) : Command;

internal sealed class WithdrawConsentFlow(IFeatureAccounts accounts, ITokenClients clients, ClientLogouts logouts, SessionLiveness liveness, IEvents events, TimeProvider time) : IFlow<WithdrawConsent, Unit>
{
    private const int Batch = 500;

    public async Task<Outcome<Unit>> RunAsync(WithdrawConsent command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        // The host's own clients need no consent, and have devices instead.
        if (command.ClientId is not { } client || !ClientFields.IsId(client) || clients.IsOwn(client))
            return ConnectionFaults.NotFound;
        // The consent first: an answer to a request that has read it before looks once more when its session is there.
        var withdrawn = await account.Account.Database.Consents.RemoveAsync(account.User.Id, client, cancellationToken);
        var ended = await EndAsync(account, client, context, cancellationToken);
        if (!withdrawn && !ended)
            return ConnectionFaults.NotFound;
        await events.RaiseAsync(context, new ConsentWithdrawn { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = client }, cancellationToken);
        return Unit.Value;
    }

    private async Task<bool> EndAsync(FeatureAccount account, string client, FlowContext context, CancellationToken cancellationToken)
    {
        var (database, any, before) = (account.Account.Database, false, (Guid?)null);
        try
        {
            while (true)
            {
                var page = await database.Sessions.ListStandingAsync(account.User.Id, before, Batch, time.GetUtcNow(), cancellationToken);
                foreach (var session in page.Where(session => session.ClientId == client))
                    any |= await EndAsync(account, session, context, cancellationToken);
                if (page.Count < Batch)
                    return any;
                before = page[^1].Id;
            }
        }
        finally
        {
            liveness.ForgetAll();
        }
    }

    private async Task<bool> EndAsync(FeatureAccount account, Session session, FlowContext context, CancellationToken cancellationToken)
    {
        await logouts.EndingAsync(account.Account.Database, account.Tenant, session, context, cancellationToken);
        if (!await account.Account.Database.Sessions.EndAsync(session.Id, account.User.Id, time.GetUtcNow(), cancellationToken))
            return false;
        await events.RaiseAsync(context, new SessionEnded(SessionEndings.ByOwner) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = session.Id, ClientId = session.ClientId }, cancellationToken);
        return true;
    }
}

public static partial class ConnectionFlows
{
    /// <summary>Takes back what the caller has allowed a client of somebody else's.</summary>
    public static Flow<WithdrawConsent, Unit> Withdraw { get; } = Flow<WithdrawConsent, Unit>.Of<WithdrawConsentFlow>(fails: [ConnectionFaults.NotFound]);
}
