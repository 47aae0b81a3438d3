using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>Mails the owner of an account a link to set a password by, as if they had asked for one.</summary>
internal sealed class AdministeredResets(Outbox outbox, IOptions<AuthKitOptions> options, TimeProvider time)
{
    public Task EnqueueAsync(User user, string tenant, FlowContext context, CancellationToken cancellationToken)
    {
        var (token, expires) = (OneTimeSecrets.NewToken(Tenant.Home), time.GetUtcNow() + options.Value.Tokens.PasswordResetLifetime);
        return outbox.EnqueueAsync(ResetMail.Name, new ResetMailData(user.Email, tenant, token.Handle, token.Secret, expires, context.RemoteAddress?.ToString()), expires, cancellationToken);
    }
}
