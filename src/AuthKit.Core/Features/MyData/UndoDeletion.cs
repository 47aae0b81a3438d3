using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.Features.MyData;

/// <summary>Keeps an account that is going to be erased, by a secret that was mailed to its address. What has ended stays ended: its owner signs in anew.</summary>
/// <param name="Token">The mailed token.</param>
public sealed record UndoDeletion(string? Token) : Command;

internal sealed class UndoDeletionFlow(UserDatabases databases, TenantRegistry tenants, OneTimeSecrets secrets, IEvents events, TimeProvider time) : IFlow<UndoDeletion, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(UndoDeletion command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.Token))
            return Failure.Of(Field.Token, Rule.Required);
        if (!OpaqueToken.TryParse(command.Token, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken))
            return await RefuseAsync(context, tenant: null, TokenRefusals.Invalid, cancellationToken);
        await using var database = await databases.OfAsync(token.Tenant, cancellationToken);
        if (await secrets.FindOpenAsync(database, GrantKind.AccountDeletionUndo, GrantKey.Of(token), cancellationToken) is not { } grant)
            return await RefuseAsync(context, token.Tenant, TokenRefusals.Invalid, cancellationToken);
        if (!await secrets.ConsumeAsync(database, grant, cancellationToken)
            || await KeepAsync(database.Users, grant.UserId, GrantData.Read<DeletionMark>(grant), cancellationToken) is not { } kept)
            return await RefuseAsync(context, token.Tenant, TokenRefusals.Ended, cancellationToken);
        await events.RaiseAsync(context, new AccountDeletionUndone { UserId = kept.Id, Tenant = token.Tenant, ClientId = context.ClientId }, cancellationToken);
        return Unit.Value;
    }

    // The secret is spent, so that whatever is changed at the same time must not cost the owner the account. Whoever erases it has said so in the row first.
    private async Task<User?> KeepAsync(IUserStore users, Guid id, DeletionMark mark, CancellationToken cancellationToken)
    {
        while (await users.FindByIdAsync(id, cancellationToken) is { } current && mark.IsOf(current) && current.EraseAt > time.GetUtcNow())
        {
            // An account that the host has shut meanwhile stays shut.
            var kept = current with { EraseAt = null, DisabledAt = mark.IsShutForIt(current) ? null : current.DisabledAt };
            if (await users.UpdateAsync(kept, cancellationToken) is UserWrite.Done)
                return kept;
        }

        return null;
    }

    private async Task<Outcome<Unit>> RefuseAsync(FlowContext context, string? tenant, string reason, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.DeletionUndo, reason) { Tenant = tenant, ClientId = context.ClientId }, cancellationToken);
        return Fault.InvalidLinkToken;
    }
}

public static partial class MyDataFlows
{
    /// <summary>Keeps an account that is going to be erased, by a mailed secret.</summary>
    public static Flow<UndoDeletion, Unit> UndoDeletion { get; } = Flow<UndoDeletion, Unit>.Of<UndoDeletionFlow>(takesCredentials: true, fails: [Fault.InvalidLinkToken]);
}
