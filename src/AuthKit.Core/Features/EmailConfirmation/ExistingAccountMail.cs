using System.Net;
using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tokens;
using AuthKit.Users;
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
internal sealed class ExistingAccountMail(Accounts accounts, OneTimeSecrets secrets, MailBounds bounds, ResetLink link, IEvents events, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "existing-account";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<ExistingAccountMailData>(data);
        await using var account = await accounts.FindAsync(request.Tenant, request.Email, cancellationToken);
        if (account is not { Database: var database, User: var user })
            return null;
        if (attempt == 1)
            await events.RaiseAsync(new RegistrationRepeated { UserId = user.Id, Tenant = request.Tenant, Address = IPAddress.TryParse(request.Address, out var address) ? address : null }, cancellationToken);
        if (!await bounds.AllowAsync(Name, LoginName.Normalize(user.Email), attempt, cancellationToken))
            return null;
        var token = new OpaqueToken(request.Tenant, request.Handle, request.Secret);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, new(GrantKind.PasswordReset, GrantKey.Of(token), request.ExpiresAt)
        {
            UserId = user.Id,
            Data = GrantData.Write(new MailedReset(user.CredentialVersion ?? 0)),
        }, cancellationToken);
        return options.Value.Mail.About(request.Tenant, options.Value.EmailConfirmation.Texts.Existing(user.Email, link.For(token.Encode(), user.Email)));
    }
}
