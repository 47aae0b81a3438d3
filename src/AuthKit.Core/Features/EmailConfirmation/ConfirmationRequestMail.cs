using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>A link that was asked for once more, as it waits in the outbox.</summary>
/// <param name="Email">The address as it was asked for.</param>
/// <param name="TenantHint">The tenant that the request pointed to.</param>
internal sealed record ConfirmationRequestMailData(string Email, string? TenantHint)
{
    public override string ToString() => nameof(ConfirmationRequestMailData);
}

/// <summary>
/// Looks up whose address it is, and enqueues a mail for each account of it that is not confirmed. Where there is nobody to mail,
/// as much is written, so that a burst of requests is not slowed by the mails of known addresses alone.
/// </summary>
internal sealed class ConfirmationRequestMail(Accounts accounts, ConfirmationRequests requests, MailBounds bounds, TimingEqualizer timing) : IMailWriter
{
    public const string Name = "email-confirmation-request";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<ConfirmationRequestMailData>(data);
        if (!await bounds.AllowAsync(ConfirmationMail.Name, LoginName.Normalize(request.Email), attempt, cancellationToken))
            return null;

        var asked = 0;
        try
        {
            await foreach (var found in accounts.NamedAsync(request.Email, request.TenantHint, cancellationToken))
            {
                if (found is null)
                    continue;
                await using var account = found;
                if (account.User.EmailVerified)
                    continue;
                await requests.AskAsync(account.Tenant, account.User.Id, isCounted: true, cancellationToken);
                asked++;
            }
        }
        catch (StoreUnavailableException) when (asked > 0)
        {
            // A tenant that is away must not keep the accounts of others from their mail.
        }

        if (asked == 0)
            await timing.WriteAsync(cancellationToken);
        return null;
    }
}
