using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>Lets the owner of an account set a password, by a link that counts once.</summary>
internal sealed class AdministeredResets(Outbox outbox, OneTimeSecrets secrets, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>Mails the link, as if the owner had asked for it.</summary>
    public Task EnqueueAsync(User user, string tenant, FlowContext context, CancellationToken cancellationToken)
    {
        var (token, expires) = (OneTimeSecrets.NewToken(Tenant.Home), ExpiresAt);
        return outbox.EnqueueAsync(ResetMail.Name, new ResetMailData(user.Email, tenant, token.Handle, token.Secret, expires, context.RemoteAddress?.ToString()), expires, cancellationToken);
    }

    /// <summary>The token of such a link, for whoever has the console; those of before are void.</summary>
    public async Task<(string Token, DateTimeOffset ExpiresAt)> IssueAsync(Account account, CancellationToken cancellationToken)
    {
        var (token, expires) = (OneTimeSecrets.NewToken(account.Tenant), ExpiresAt);
        await secrets.ConsumeAllAsync(account.Database, GrantKind.PasswordReset, account.User.Id, cancellationToken);
        var grant = new NewGrant(GrantKind.PasswordReset, GrantKey.Of(token), expires)
        {
            UserId = account.User.Id,
            Data = GrantData.Write(new MailedReset(account.User.CredentialVersion ?? 0)),
        };
        await secrets.AddAsync(account.Database, grant, cancellationToken);
        return (token.Encode(), expires);
    }

    private DateTimeOffset ExpiresAt => time.GetUtcNow() + options.Value.Tokens.PasswordResetLifetime;
}
