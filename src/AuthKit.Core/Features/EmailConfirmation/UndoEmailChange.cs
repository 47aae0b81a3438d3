using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>
/// Gives an account its former address back, by a secret that was mailed to that address when the account got another. Somebody
/// who should not have been able to has changed it, so that everything goes that opened the account since: all sessions end, the
/// password and later links to providers go, and the owner is mailed a link to choose a new password.
/// </summary>
/// <param name="Token">The mailed token.</param>
public sealed record UndoEmailChange(string? Token) : Command;

internal sealed class UndoEmailChangeFlow(UserDatabases databases, TenantRegistry tenants, OneTimeSecrets secrets, EmailChanges changes, CredentialRevocation revocation, IEvents events, IServiceProvider services) : IFlow<UndoEmailChange, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(UndoEmailChange command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.Token))
            return Failure.Of(Field.Token, Rule.Required);
        if (!OpaqueToken.TryParse(command.Token, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken))
            return await RefuseAsync(context, tenant: null, TokenRefusals.Invalid, cancellationToken);
        await using var database = await databases.OfAsync(token.Tenant, cancellationToken);
        if (await secrets.FindOpenAsync(database, GrantKind.EmailChangeUndo, GrantKey.Of(token), cancellationToken) is not { } grant
            || await database.Users.FindByIdAsync(grant.UserId, cancellationToken) is not { } user)
            return await RefuseAsync(context, token.Tenant, TokenRefusals.Invalid, cancellationToken);
        var (account, former) = (new Account(database, token.Tenant, user), GrantData.Read<MailedUndo>(grant).Former);
        if (await changes.IsTakenAsync(account, former, cancellationToken))
            return Failure.Of(Field.Email, Rule.Taken);
        if (!await secrets.ConsumeAsync(database, grant, cancellationToken))
            return await RefuseAsync(context, token.Tenant, TokenRefusals.Ended, cancellationToken);
        // Those that were mailed to addresses in between are void: they are whoever's that changed them.
        await secrets.ConsumeAllAsync(database, GrantKind.EmailChangeUndo, user.Id, cancellationToken);
        if (!(await GiveBackAsync(account, former, cancellationToken)).Succeeded(out var restored, out var failure))
            return failure;
        await RemoveLaterLoginsAsync(database, user.Id, grant.CreatedAt, cancellationToken);
        await revocation.RevokeAsync(database, token.Tenant, restored, except: null, cancellationToken);
        await events.RaiseAsync(context, new EmailChangeUndone { UserId = user.Id, Tenant = token.Tenant, ClientId = context.ClientId }, cancellationToken);
        await Flows.RequestReset.RunAsync(services, new(former), context with { TenantHint = token.Tenant }, cancellationToken);
        return Unit.Value;
    }

    // The secret is spent, so that whatever is changed at the same time must not keep the owner out.
    private async Task<Outcome<User>> GiveBackAsync(Account account, string former, CancellationToken cancellationToken)
    {
        for (var current = account.User; current is not null; current = await account.Database.Users.FindByIdAsync(account.User.Id, cancellationToken))
        {
            var restored = current with { Email = former, EmailVerified = true, PasswordHash = null, CredentialVersion = current.CredentialVersion + 1 };
            switch (await changes.WriteAsync(account, restored, cancellationToken))
            {
                case UserWrite.Done:
                    return restored;
                case UserWrite.Stale:
                    continue;
                default:
                    return Failure.Of(Field.Email, Rule.Taken);
            }
        }

        return Fault.InvalidLinkToken;
    }

    private static async Task RemoveLaterLoginsAsync(DatabaseLease database, Guid userId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        foreach (var login in await database.ExternalLogins.ListAsync(userId, cancellationToken))
        {
            if (login.CreatedAt >= since)
                await database.ExternalLogins.RemoveAsync(login, cancellationToken);
        }
    }

    private async Task<Outcome<Unit>> RefuseAsync(FlowContext context, string? tenant, string reason, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.EmailChangeUndo, reason) { Tenant = tenant, ClientId = context.ClientId }, cancellationToken);
        return Fault.InvalidLinkToken;
    }
}

public static partial class EmailConfirmationFlows
{
    /// <summary>Gives an account its former address back, by a mailed secret.</summary>
    public static Flow<UndoEmailChange, Unit> UndoChange { get; } = Flow<UndoEmailChange, Unit>.Of<UndoEmailChangeFlow>(takesCredentials: true, fails: [Fault.InvalidLinkToken]);
}
