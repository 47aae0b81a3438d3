using System.Net;
using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>A registration of an address that has an account, as it waits in the outbox.</summary>
/// <param name="Email">The address as it was registered.</param>
/// <param name="Tenant">Where the account lives.</param>
/// <param name="Handle">The handle of the mailed token.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Address">The address that the request came from, for the event.</param>
internal sealed record ExistingAccountMailData(string Email, string Tenant, byte[] Handle, byte[] Secret, DateTimeOffset ExpiresAt, string? Address)
{
    public override string ToString() => nameof(ExistingAccountMailData);
}

/// <summary>Tells an account's owner that somebody has registered its address once more, with a link to choose a new password: it opens to nobody else, whoever made the account.</summary>
internal sealed class ExistingAccountMail(UserDatabases databases, TenantRegistry tenants, OneTimeSecrets secrets, MailBounds bounds, ResetLink link, IEvents events, IOptions<AuthKitOptions> options, ILogger<ExistingAccountMail> logger) : IMailWriter
{
    public const string Name = "existing-account";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<ExistingAccountMailData>(data);
        if (!await tenants.KnowsAsync(request.Tenant, cancellationToken))
            return null;
        await using var database = await databases.OfAsync(request.Tenant, cancellationToken);
        if (await database.Users.FindByNameAsync(request.Email, cancellationToken) is not { } user)
            return null;
        if (attempt == 1)
            await events.RaiseAsync(new RegistrationRepeated { UserId = user.Id, Tenant = request.Tenant, Address = IPAddress.TryParse(request.Address, out var address) ? address : null }, cancellationToken);
        // A mail that is tried again was counted before.
        if (attempt == 1 && !await bounds.AllowAsync(Name, LoginName.Normalize(user.Email), cancellationToken))
        {
            logger.Bounded();
            return null;
        }

        var token = new OpaqueToken(request.Tenant, request.Handle, request.Secret);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, new(GrantKind.PasswordReset, GrantKey.Of(token), request.ExpiresAt)
        {
            UserId = user.Id,
            Data = GrantData.Write(new MailedReset(user.CredentialVersion ?? 0)),
        }, cancellationToken);
        var mail = options.Value.EmailConfirmation.Texts.Existing(user.Email, link.For(token.Encode(), user.Email));
        return request.Tenant == Tenant.Home ? mail : options.Value.Mail.ForTenant(mail, request.Tenant);
    }
}
