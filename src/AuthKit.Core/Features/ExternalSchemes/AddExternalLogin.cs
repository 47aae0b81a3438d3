using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>
/// Has another identity at a provider sign in to the caller's account, by a code that the browser brought back from there. Where nobody has
/// proved to own the account's address, the account may be a stranger's, and the identity counts until a credential is next set. It asks for a recent proof
/// of who the caller is (<see cref="SignInOptions.RecentProof"/>).
/// </summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Code">The code.</param>
/// <param name="CodeVerifier">What fits the challenge that this began with.</param>
public sealed record AddExternalLogin(string? AccessToken, string? Code, string? CodeVerifier) : Command;

internal sealed class AddExternalLoginFlow(Callers callers, Accounts accounts, RecentProofs proofs, ExternalCodes codes, IEvents events, TimeProvider time) : IFlow<AddExternalLogin, ExternalLoginRecord>
{
    public async Task<Outcome<ExternalLoginRecord>> RunAsync(AddExternalLogin command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnerAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null)
            return Fault.NotFound;
        if (account.Tenant != Tenant.Home)
            return ExternalSchemeFaults.TenantNamed;
        // Before the code is used up, so that it is good after the proof.
        if (await proofs.ObjectionAsync(caller, account, cancellationToken) is { } objection)
            return objection;
        if (!(await codes.RedeemAsync(command.Code, command.CodeVerifier, context, cancellationToken)).Succeeded(out var identity, out failure))
            return failure;
        return await AddAsync(account.Database, account.User, identity.Login, caller.ClientId, context, cancellationToken);
    }

    private async Task<Outcome<ExternalLoginRecord>> AddAsync(DatabaseLease database, User user, ExternalLogin login, string clientId, FlowContext context, CancellationToken cancellationToken)
    {
        if (await database.ExternalLogins.FindAsync(login, cancellationToken) is { } former)
        {
            if (former.IsBoundTo(await database.Users.FindByIdAsync(former.UserId, cancellationToken)))
                return former.UserId == user.Id ? former : ExternalSchemeFaults.IdentityTaken;
            await database.ExternalLogins.RemoveAsync(former, cancellationToken);
        }

        var now = time.GetUtcNow();
        var added = new ExternalLoginRecord(login.Provider, login.Subject, user.Id, now) { ProvedAt = user.EmailVerified ? now : null, CredentialVersion = user.CredentialVersion };
        if (!await database.ExternalLogins.AddAsync(added, cancellationToken))
            return Fault.Conflict;
        // Whoever resets the account in between, because somebody else is in it, must not find what that one has put there.
        if (await database.Users.FindByIdAsync(user.Id, cancellationToken) is not { } standing || standing.CredentialVersion != user.CredentialVersion)
        {
            await database.ExternalLogins.RemoveAsync(added, cancellationToken);
            return Fault.Conflict;
        }

        await events.RaiseAsync(context, new ExternalLoginLinked(login.Provider, NewAccount: false) { UserId = user.Id, Tenant = Tenant.Home, ClientId = clientId }, cancellationToken);
        return added;
    }
}

public static partial class ExternalSchemeFlows
{
    /// <summary>Has another identity at a provider sign in to the caller's account.</summary>
    public static Flow<AddExternalLogin, ExternalLoginRecord> Add { get; } = Flow<AddExternalLogin, ExternalLoginRecord>.Of<AddExternalLoginFlow>(
        takesCredentials: true, fails: [Fault.InvalidGrant, Fault.NotFound, Fault.ProofRequired, Fault.Conflict, ExternalSchemeFaults.TenantNamed, ExternalSchemeFaults.IdentityTaken]);
}
