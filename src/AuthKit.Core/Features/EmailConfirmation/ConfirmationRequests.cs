using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Enqueues the mail that asks an account's owner to confirm the address.</summary>
internal sealed class ConfirmationRequests(Outbox outbox, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <param name="tenant">Where the account lives.</param>
    /// <param name="userId">The account.</param>
    /// <param name="isCounted">Whether the mail has been counted already, with those of its address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AskAsync(string tenant, Guid userId, bool isCounted, CancellationToken cancellationToken)
    {
        var token = OneTimeSecrets.NewToken(Tenant.Home);
        var expires = time.GetUtcNow() + options.Value.EmailConfirmation.Lifetime;
        return outbox.EnqueueAsync(ConfirmationMail.Name, new ConfirmationMailData(tenant, userId, token.Handle, token.Secret, expires) { IsCounted = isCounted }, expires, cancellationToken);
    }
}
