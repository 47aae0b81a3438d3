using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>Lets an administrator act as a user.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record ImpersonateUser(string? AccessToken, string? UserId, string? Tenant) : Command;

/// <summary>What an administrator acts as a user with. There is no refresh token.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="TokenType">Its type: <c>DPoP</c> where the administrator's own is bound to a key, which it is bound to as well.</param>
/// <param name="ExpiresIn">How long it is good for, in seconds.</param>
/// <param name="IdToken">An id token, where the administrator's scope has <c>openid</c>.</param>
/// <param name="SessionId">The session, which can be ended before its time.</param>
public sealed record Impersonation(string AccessToken, string TokenType, int ExpiresIn, string? IdToken, Guid SessionId)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(Impersonation);
}

internal sealed class ImpersonateUserFlow(
    Administrators administrators,
    Accounts accounts,
    SessionIssuer issuer,
    ITokenClients clients,
    SessionDevices devices,
    IEvents events,
    IOptions<AuthKitOptions> options,
    TimeProvider time) : IFlow<ImpersonateUser, Impersonation>
{
    private AdministrationOptions Options => options.Value.Administration;

    public Task<Outcome<Impersonation>> RunAsync(ImpersonateUser command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync<Impersonation>(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.Impersonated,
        context,
        async (administrator, id) =>
        {
            if (!Options.AllowImpersonation)
                return AdministrationFaults.ImpersonationOff;
            if (await accounts.FindAsync(administrator.Tenant, id, cancellationToken) is not { } found)
                return Fault.NotFound;
            await using var account = found;
            // Also of one that is shut, and comes back.
            if (account.User.Roles.Contains(Options.Role))
                return AdministrationFaults.OtherAdministrator;
            if (account.User.DisabledAt is not null)
                return Fault.AccountDisabled;
            return await StartAsync(administrator, account, context, cancellationToken);
        },
        cancellationToken);

    private async Task<Outcome<Impersonation>> StartAsync(Administrator administrator, Account account, FlowContext context, CancellationToken cancellationToken)
    {
        var (caller, expires) = (administrator.Account.Caller!, time.GetUtcNow() + Options.ImpersonationLifetime);
        var actor = new JsonObject { ["sub"] = caller.AccountSubject }.ToJsonString();
        var start = new SessionStart(account.User.Id, account.User.CredentialVersion, caller.ClientId, Scopes.Join(Scopes.Split(caller.Scope).Where(static scope => scope != Scopes.OfflineAccess)))
        {
            ExpiresAt = expires,
            // Nobody has proved to be the user, now or ever.
            AuthenticatedAt = DateTimeOffset.UnixEpoch,
            Confirmation = caller.Confirmation,
            Device = devices.Of(context),
            Details = new() { KeptMethods = [], Actor = JsonElement.Parse(actor) },
        };
        var details = new TokenDetails(account.Tenant)
        {
            User = account.User,
            Client = await clients.FindAsync(caller.ClientId, cancellationToken),
            Confirmation = caller.Confirmation,
            Actor = actor,
            NotAfter = expires,
            IdTokenAlgorithm = context.IdTokenAlgorithm,
        };
        var pair = await issuer.StartAsync(account.Database, start, details, cancellationToken);
        var impersonated = new Impersonated(administrator.Id, expires) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = pair.SessionId, ClientId = caller.ClientId };
        await events.RaiseAsync(context, impersonated, cancellationToken);
        return new Impersonation(pair.AccessToken, pair.TokenType, pair.ExpiresIn, pair.IdToken, pair.SessionId);
    }
}

public static partial class AdministrationFlows
{
    /// <summary>Lets an administrator act as a user.</summary>
    public static Flow<ImpersonateUser, Impersonation> ImpersonateUser { get; } = Flow<ImpersonateUser, Impersonation>.Of<ImpersonateUserFlow>(
        fails: Changing(Fault.NotFound, AdministrationFaults.ImpersonationOff, AdministrationFaults.OtherAdministrator, Fault.AccountDisabled));
}
