using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Gives an account another address, and tells the former one.</summary>
internal sealed class EmailChanges(NameDirectory directory, CredentialRevocation revocation, Outbox outbox, IEvents events, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<EmailChanges> logger)
{
    private static readonly TimeSpan NoticeLifetime = TimeSpan.FromDays(1);

    /// <summary>
    /// Whether another account has an address, in one of its spellings, as far as no index knows it: up to schema version 3 the two
    /// spellings of a domain were two addresses. For all others the unique index decides when the address is written.
    /// </summary>
    public async Task<bool> IsTakenAsync(Account account, string email, CancellationToken cancellationToken) =>
        LoginName.FormsOf(email).Count > 1 && await account.Database.Users.FindByNameAsync(email, cancellationToken) is { } other && other.Id != account.User.Id;

    /// <summary>Makes the change that its owner has confirmed. What was mailed to the former address counts no more, nor do sessions but the one that asked.</summary>
    public async Task<Outcome<EmailConfirmed>> ApplyAsync(Account account, MailedChange change, FlowContext context, CancellationToken cancellationToken)
    {
        for (var current = account.User; current is not null && MailedConfirmations.Fits(change, current); current = await account.Database.Users.FindByIdAsync(account.User.Id, cancellationToken))
        {
            var changed = current with { Email = change.Email, EmailVerified = true, CredentialVersion = current.CredentialVersion + 1 };
            switch (await WriteAsync(account, changed, cancellationToken))
            {
                case UserWrite.Done:
                    await FinishAsync(account, current, changed, change, context, cancellationToken);
                    return new EmailConfirmed(changed.Email, IsNew: true);
                case UserWrite.Stale:
                    continue;
                default:
                    return Failure.Of(Field.Email, Rule.Taken);
            }
        }

        return Fault.Conflict;
    }

    /// <summary>Writes an account with another address, which the directory is told of first: an entry without an account is passed over, an account without one could not sign in.</summary>
    public async Task<UserWrite> WriteAsync(Account account, User changed, CancellationToken cancellationToken)
    {
        if (account.Tenant != Tenant.Home)
            await directory.AddAsync([LoginName.Normalize(changed.Email)], account.Tenant, cancellationToken);
        return await account.Database.Users.UpdateAsync(changed, cancellationToken);
    }

    private async Task FinishAsync(Account account, User former, User changed, MailedChange change, FlowContext context, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new EmailChanged { UserId = changed.Id, Tenant = account.Tenant, ClientId = context.ClientId }, cancellationToken);
        // An address that nobody has proved to own may be a stranger's, who is not to be handed the account by the link in this mail.
        if (former.EmailVerified)
            await TellAsync(account, former);
        await revocation.RevokeAsync(account.Database, account.Tenant, changed, except: change.SessionId, cancellationToken);
    }

    private async Task TellAsync(Account account, User former)
    {
        var (now, token) = (time.GetUtcNow(), OneTimeSecrets.NewToken(account.Tenant));
        var undo = options.Value.EmailConfirmation.UndoLifetime;
        try
        {
            var mail = new EmailChangedMailData(account.Tenant, former.Id, former.Email, token.Handle, token.Secret, undo > TimeSpan.Zero ? now + undo : null);
            // A caller that goes away must not keep the owner from hearing of it.
            await outbox.EnqueueAsync(EmailChangedMail.Name, mail, now + NoticeLifetime, CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            // The change stands, whatever is answered.
            logger.NotTold(former.Id, e);
        }
    }
}
