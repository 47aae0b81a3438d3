using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tokens;
using AuthKit.Users;
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
internal sealed class ConfirmationMail(Accounts accounts, OneTimeSecrets secrets, MailBounds bounds, ConfirmationLinks links, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "email-confirmation";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<ConfirmationMailData>(data);
        await using var account = await accounts.FindAsync(request.Tenant, request.UserId, cancellationToken);
        return account is { User.EmailVerified: false } && (request.IsCounted || await bounds.AllowAsync(Name, LoginName.Normalize(account.User.Email), attempt, cancellationToken))
            ? await WriteAsync(account, request, isFirst: attempt == 1, cancellationToken)
            : null;
    }

    private async Task<AuthMail> WriteAsync(Account account, ConfirmationMailData request, bool isFirst, CancellationToken cancellationToken)
    {
        var (database, user) = (account.Database, account.User);
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
        return options.Value.Mail.About(request.Tenant, options.Value.EmailConfirmation.Texts.Confirm(user.Email, links.Confirming(token)));
    }
}
