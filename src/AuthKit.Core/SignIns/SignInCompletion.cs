using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.SignIns;

/// <summary>Ends sign-ins in tokens: the only one that starts a session for somebody who comes in.</summary>
internal sealed class SignInCompletion(SignInPolicy policy, SessionIssuer issuer, SessionDevices devices, LastSeen lastSeen, IEvents events)
{
    /// <summary>The tokens, or <see cref="Fault.SecondFactorRequired"/> where the account asks for more than has been proved.</summary>
    public async Task<Outcome<TokenPair>> SignInAsync(ProvedSignIn proved, SignInClient client, FlowContext context, CancellationToken cancellationToken) =>
        (await policy.ClearAsync(proved, client, context, cancellationToken)).Succeeded(out var cleared, out var asked)
            ? await StartAsync(cleared, client, context, cancellationToken)
            : asked;

    /// <summary>The tokens.</summary>
    public async Task<TokenPair> StartAsync(ClearedSignIn cleared, SignInClient client, FlowContext context, CancellationToken cancellationToken)
    {
        var (account, scope) = (cleared.Account, cleared.Scope);
        var start = new SessionStart(account.User.Id, cleared.CredentialVersion, client.Id, scope)
        {
            Refreshable = Scopes.Contains(scope, Scopes.OfflineAccess),
            Confirmation = client.RefreshKey,
            Device = devices.Of(context),
            Details = SessionDetails.Of(cleared.Methods),
        };
        var details = new TokenDetails(account.Tenant)
        {
            User = account.User,
            Client = client.Client,
            IdTokenAlgorithm = context.IdTokenAlgorithm,
            Email = account.User.Email,
            Confirmation = client.AccessKey,
        };
        var tokens = await issuer.StartAsync(account.Database, start, details, cancellationToken);
        var signedIn = new SignedIn(cleared.KnownDevice)
        {
            UserId = tokens.UserId,
            Tenant = account.Tenant,
            SessionId = tokens.SessionId,
            ClientId = client.Id,
            Provider = cleared.Provider,
            Methods = cleared.Methods,
        };
        await lastSeen.NoteAsync(account.Database, account.User, cancellationToken);
        await events.RaiseAsync(context, signedIn, cancellationToken);
        return cleared.DeviceToken is { } device ? tokens with { DeviceToken = device } : tokens;
    }
}
