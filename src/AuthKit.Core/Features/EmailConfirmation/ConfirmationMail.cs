using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>A link that confirms an account's address, as it waits in the outbox.</summary>
/// <param name="Tenant">Where the account lives.</param>
/// <param name="UserId">The account.</param>
/// <param name="Handle">The handle of the mailed token.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="ExpiresAt">When it expires.</param>
internal sealed record ConfirmationMailData(string Tenant, Guid UserId, byte[] Handle, byte[] Secret, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether the mail has been counted already, with those of its address.</summary>
    public bool IsCounted { get; init; }

    public override string ToString() => nameof(ConfirmationMailData);
}

/// <summary>Words the mail that asks an account's owner to confirm the address, and makes the grant that its link consumes. Nobody is mailed who has confirmed it.</summary>
internal sealed class ConfirmationMail(UserDatabases databases, TenantRegistry tenants, OneTimeSecrets secrets, MailBounds bounds, ConfirmationLinks links, IOptions<AuthKitOptions> options, ILogger<ConfirmationMail> logger) : IMailWriter
{
    public const string Name = "email-confirmation";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<ConfirmationMailData>(data);
        if (!await tenants.KnowsAsync(request.Tenant, cancellationToken))
            return null;
        await using var database = await databases.OfAsync(request.Tenant, cancellationToken);
        if (await database.Users.FindByIdAsync(request.UserId, cancellationToken) is not { EmailVerified: false } user)
            return null;
        // A mail that is tried again was counted before.
        if (attempt == 1 && !request.IsCounted && !await bounds.AllowAsync(Name, LoginName.Normalize(user.Email), cancellationToken))
        {
            logger.Bounded();
            return null;
        }

        return await WriteAsync(database, user, request, isFirst: attempt == 1, cancellationToken);
    }

    private async Task<AuthMail> WriteAsync(DatabaseLease database, User user, ConfirmationMailData request, bool isFirst, CancellationToken cancellationToken)
    {
        var token = new OpaqueToken(request.Tenant, request.Handle, request.Secret);
        // One that was mailed before is void: the newest mail is the one that its owner looks at.
        if (isFirst)
            await secrets.ConsumeAllAsync(database, GrantKind.EmailConfirmation, user.Id, cancellationToken);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, new(GrantKind.EmailConfirmation, GrantKey.Of(token), request.ExpiresAt)
        {
            UserId = user.Id,
            Data = GrantData.Write(new MailedConfirmation(user.Email)),
        }, cancellationToken);
        var mail = options.Value.EmailConfirmation.Texts.Confirm(user.Email, links.Confirming(token));
        return request.Tenant == Tenant.Home ? mail : options.Value.Mail.ForTenant(mail, request.Tenant);
    }
}
