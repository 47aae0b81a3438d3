using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>What an account's former address is told, as it waits in the outbox.</summary>
/// <param name="Tenant">Where the account lives.</param>
/// <param name="UserId">The account.</param>
/// <param name="Former">The address that it had.</param>
/// <param name="Handle">The handle of the mailed token.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="ExpiresAt">When it expires; null for no such token.</param>
internal sealed record EmailChangedMailData(string Tenant, Guid UserId, string Former, byte[] Handle, byte[] Secret, DateTimeOffset? ExpiresAt)
{
    public override string ToString() => nameof(EmailChangedMailData);
}

/// <summary>Tells an account's former address that the account has another, and makes the grant that takes it back. No limit of mails applies: no stranger can cause one.</summary>
internal sealed class EmailChangedMail(UserDatabases databases, TenantRegistry tenants, OneTimeSecrets secrets, ConfirmationLinks links, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "email-changed";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<EmailChangedMailData>(data);
        if (!await tenants.KnowsAsync(request.Tenant, cancellationToken))
            return null;
        var token = new OpaqueToken(request.Tenant, request.Handle, request.Secret);
        if (request.ExpiresAt is { } expires)
        {
            await using var database = await databases.OfAsync(request.Tenant, cancellationToken);
            // It is there already where this is not the first attempt.
            await secrets.AddAsync(database, new(GrantKind.EmailChangeUndo, GrantKey.Of(token), expires) { UserId = request.UserId, Data = GrantData.Write(new MailedUndo(request.Former)) }, cancellationToken);
        }

        return options.Value.Mail.About(request.Tenant, options.Value.EmailConfirmation.Texts.Changed(request.Former, request.ExpiresAt is null ? null : links.Undoing(token)));
    }
}
