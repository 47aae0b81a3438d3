using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Users;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>
/// Confirms an account's address by a secret that was mailed to it; or gives the account the address that
/// <see cref="RequestEmailChange"/> has named, by a secret that was mailed to that one.
/// </summary>
/// <param name="Token">The mailed token.</param>
public sealed record ConfirmEmail(string? Token) : Command;

/// <summary>An address was confirmed.</summary>
/// <param name="Email">The account's address from now on.</param>
/// <param name="IsNew">Whether it had another before.</param>
public sealed record EmailConfirmed(string Email, bool IsNew);

internal sealed class ConfirmEmailFlow(MailedConfirmations confirmations, EmailChanges changes, OneTimeSecrets secrets, IEvents events) : IFlow<ConfirmEmail, EmailConfirmed>
{
    public async Task<Outcome<EmailConfirmed>> RunAsync(ConfirmEmail command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.Token))
            return Failure.Of(Field.Token, Rule.Required);
        if (await confirmations.FindAsync(command.Token, cancellationToken) is not { } found)
            return await RefuseAsync(context, account: null, TokenRefusals.Invalid, cancellationToken);
        await using var question = found;
        if (question.Change is { } change && await changes.IsTakenAsync(question.Account, change.Email, cancellationToken))
            return Failure.Of(Field.Email, Rule.Taken);
        if (!await secrets.ConsumeAsync(question.Account.Database, question.Grant, cancellationToken))
            return await RefuseAsync(context, question.Account, TokenRefusals.Ended, cancellationToken);
        if (question.Change is not null)
            return await changes.ApplyAsync(question.Account, question.Change, context, cancellationToken);
        if (await ConfirmAsync(question.Account, cancellationToken) is not { } confirmed)
            return await RefuseAsync(context, question.Account, TokenRefusals.Ended, cancellationToken);
        await events.RaiseAsync(context, new EmailAddressConfirmed { UserId = confirmed.Id, Tenant = question.Account.Tenant, ClientId = context.ClientId }, cancellationToken);
        return new EmailConfirmed(confirmed.Email, IsNew: false);
    }

    // The secret is spent, so a profile that changed in between must not cost the owner the confirmation. No credential is
    // set, so sessions go on.
    private static async Task<User?> ConfirmAsync(Account account, CancellationToken cancellationToken)
    {
        var users = account.Database.Users;
        for (var current = account.User; current is not null && current.Email == account.User.Email; current = await users.FindByIdAsync(account.User.Id, cancellationToken))
        {
            var confirmed = current with { EmailVerified = true };
            var written = current.EmailVerified ? UserWrite.Done : await users.UpdateAsync(confirmed, cancellationToken);
            if (written is UserWrite.Done)
                return confirmed;
            if (written is not UserWrite.Stale)
                return null;
        }

        return null;
    }

    private async Task<Outcome<EmailConfirmed>> RefuseAsync(FlowContext context, Account? account, string reason, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.EmailConfirmation, reason) { UserId = account?.User.Id, Tenant = account?.Tenant, ClientId = context.ClientId }, cancellationToken);
        return Fault.InvalidLinkToken;
    }
}

public static partial class EmailConfirmationFlows
{
    /// <summary>Confirms an account's address, or its new one, by a mailed secret.</summary>
    public static Flow<ConfirmEmail, EmailConfirmed> Confirm { get; } = Flow<ConfirmEmail, EmailConfirmed>.Of<ConfirmEmailFlow>(takesCredentials: true, fails: [Fault.InvalidLinkToken, Fault.Conflict]);
}
