using AuthKit.Mail;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features;

internal sealed class SecondFactorMails(Outbox outbox, TimeProvider time) : ISecondFactorMails
{
    public Task EnqueueAsync(Account account, string code, TimeSpan lifetime, CancellationToken cancellationToken) =>
        outbox.EnqueueAsync(SecondFactorMail.Name, new SecondFactorMailData(account.Tenant, account.User.Id, code), time.GetUtcNow() + lifetime, cancellationToken);
}

/// <summary>A code as it waits in the outbox: whose it is, and not yet to which address it goes.</summary>
/// <param name="Tenant">Where the account lives.</param>
/// <param name="UserId">The account.</param>
/// <param name="Code">The code.</param>
internal sealed record SecondFactorMailData(string Tenant, Guid UserId, string Code)
{
    public override string ToString() => nameof(SecondFactorMailData);
}

/// <summary>Words the mail for the address that the account has when it is sent, unless that has had enough of them.</summary>
internal sealed class SecondFactorMail(Accounts accounts, MailBounds bounds, IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "second-factor";
    private const int PerDay = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var mail = Outbox.Read<SecondFactorMailData>(data);
        await using var account = await accounts.FindAsync(mail.Tenant, mail.UserId, cancellationToken);
        if (account is not { User: var user } || !await bounds.AllowAsync(Name, LoginName.Normalize(user.Email), attempt, Pause, PerDay, cancellationToken))
            return null;
        return options.Value.Mail.About(mail.Tenant, options.Value.Mail.SecondFactorCode(user.Email, mail.Code));
    }
}
