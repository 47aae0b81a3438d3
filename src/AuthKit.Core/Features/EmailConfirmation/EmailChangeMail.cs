using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tokens;
using AuthKit.Users;
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
internal sealed class EmailChangeMail(Accounts accounts, OneTimeSecrets secrets, MailBounds bounds, ConfirmationLinks links, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "email-change";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<EmailChangeMailData>(data);
        await using var account = await accounts.FindAsync(request.Tenant, request.UserId, cancellationToken);
        if (account is not { Database: var database, User: var user } || !MailedConfirmations.Fits(request.Change, user)
            || !await bounds.AllowAsync(Name, LoginName.Normalize(request.Change.Email), attempt, cancellationToken))
            return null;
        var texts = options.Value.EmailConfirmation.Texts;
        if (await database.Users.FindByNameAsync(request.Change.Email, cancellationToken) is { } other && other.Id != user.Id)
            return options.Value.Mail.About(request.Tenant, texts.Occupied(other.Email));
        var token = new OpaqueToken(request.Tenant, request.Handle, request.Secret);
        // The newest request is the one that counts.
        if (attempt == 1)
            await secrets.ConsumeAllAsync(database, GrantKind.EmailChange, user.Id, cancellationToken);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, new(GrantKind.EmailChange, GrantKey.Of(token), request.ExpiresAt) { UserId = user.Id, Data = GrantData.Write(request.Change) }, cancellationToken);
        return options.Value.Mail.About(request.Tenant, texts.Change(request.Change.Email, links.Confirming(token)));
    }
}
