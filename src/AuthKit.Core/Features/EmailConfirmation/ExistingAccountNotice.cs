using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Enqueues the mail to the owner of an account whose address was registered once more.</summary>
internal sealed class ExistingAccountNotice(Outbox outbox, IOptions<AuthKitOptions> options, TimeProvider time) : IExistingAccountNotice
{
    public Task TellAsync(string email, string tenant, string? address, CancellationToken cancellationToken)
    {
        var token = OneTimeSecrets.NewToken(Tenant.Home);
        var expires = time.GetUtcNow() + options.Value.Tokens.PasswordResetLifetime;
        return outbox.EnqueueAsync(ExistingAccountMail.Name, new ExistingAccountMailData(email, tenant, token.Handle, token.Secret, expires, address), expires, cancellationToken);
    }
}
