using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>The change of an address that was asked for, as it waits in the outbox.</summary>
/// <param name="Tenant">Where the account lives.</param>
/// <param name="UserId">The account.</param>
/// <param name="Change">The change.</param>
/// <param name="Handle">The handle of the mailed token.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="ExpiresAt">When it expires.</param>
internal sealed record EmailChangeMailData(string Tenant, Guid UserId, MailedChange Change, byte[] Handle, byte[] Secret, DateTimeOffset ExpiresAt)
{
    public override string ToString() => nameof(EmailChangeMailData);
}

/// <summary>Asks at the new address; where another account has it, that one's owner is told instead.</summary>
internal sealed class EmailChangeMail(UserDatabases databases, TenantRegistry tenants, OneTimeSecrets secrets, MailBounds bounds, ConfirmationLinks links, IOptions<AuthKitOptions> options, ILogger<EmailChangeMail> logger) : IMailWriter
{
    public const string Name = "email-change";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<EmailChangeMailData>(data);
        if (!await tenants.KnowsAsync(request.Tenant, cancellationToken))
            return null;
        await using var database = await databases.OfAsync(request.Tenant, cancellationToken);
        if (await database.Users.FindByIdAsync(request.UserId, cancellationToken) is not { } user || !MailedConfirmations.Fits(request.Change, user))
            return null;
        // A mail that is tried again was counted before.
        if (attempt == 1 && !await bounds.AllowAsync(Name, LoginName.Normalize(request.Change.Email), cancellationToken))
        {
            logger.Bounded();
            return null;
        }

        var texts = options.Value.EmailConfirmation.Texts;
        if (await database.Users.FindByNameAsync(request.Change.Email, cancellationToken) is { } other && other.Id != user.Id)
            return InTenant(texts.Occupied(other.Email), request.Tenant);
        var token = new OpaqueToken(request.Tenant, request.Handle, request.Secret);
        // The newest request is the one that counts.
        if (attempt == 1)
            await secrets.ConsumeAllAsync(database, GrantKind.EmailChange, user.Id, cancellationToken);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, new(GrantKind.EmailChange, GrantKey.Of(token), request.ExpiresAt) { UserId = user.Id, Data = GrantData.Write(request.Change) }, cancellationToken);
        return InTenant(texts.Change(request.Change.Email, links.Confirming(token)), request.Tenant);
    }

    private AuthMail InTenant(AuthMail mail, string tenant) => tenant == Tenant.Home ? mail : options.Value.Mail.ForTenant(mail, tenant);
}
