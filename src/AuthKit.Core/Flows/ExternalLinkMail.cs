using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>A question to an account's owner, as it waits in the outbox.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Provider">The provider of the identity that wants to sign in.</param>
/// <param name="Subject">The provider's id of the person.</param>
/// <param name="Handle">The handle of the mailed token.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="ExpiresAt">When it expires.</param>
internal sealed record ExternalLinkMailData(Guid UserId, string Provider, string Subject, byte[] Handle, byte[] Secret, DateTimeOffset ExpiresAt)
{
    public override string ToString() => nameof(ExternalLinkMailData);
}

/// <summary>
/// Words the mail that asks an account's owner whether an external identity is theirs, and makes the grant that its link
/// consumes. Earlier ones stay valid: a stranger who asks must not void the owner's own.
/// </summary>
internal sealed class ExternalLinkMail(HomeDatabase home, OneTimeSecrets secrets, MailBounds bounds, ProviderNames names, IOptions<AuthKitOptions> options, ILogger<ExternalLinkMail> logger) : IMailWriter
{
    public const string Name = "external-link";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<ExternalLinkMailData>(data);
        await using var database = await home.GetAsync(cancellationToken);
        if (await database.Users.FindByIdAsync(request.UserId, cancellationToken) is not { } user)
            return null;
        if (ExternalLinkPage.Of(options.Value) is not { } page)
        {
            logger.NoLinkPage();
            return null;
        }

        if (!await bounds.AllowAsync(LoginName.Normalize(user.Email), attempt, cancellationToken))
            return null;

        var token = new OpaqueToken(Tenant.Home, request.Handle, request.Secret);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, new(GrantKind.ExternalLink, GrantKey.Of(token), request.ExpiresAt)
        {
            UserId = user.Id,
            Data = GrantData.Write(new RequestedLink(request.Provider, request.Subject, user.CredentialVersion ?? 0)),
        }, cancellationToken);
        return options.Value.Mail.ExternalLink(user.Email, names.Of(request.Provider), MailedLink.To(page, ("token", token.Encode())));
    }
}
