using System.Net;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MailedCodes;

/// <summary>A code that was asked for, as it waits in the outbox.</summary>
/// <param name="Email">The address as it was asked for.</param>
/// <param name="TenantHint">The tenant that the request pointed to.</param>
/// <param name="Handle">The request's handle.</param>
/// <param name="Secret">What codes are derived from; it is mailed to nobody.</param>
/// <param name="NewUserId">The id of an account that the code makes.</param>
/// <param name="ExpiresAt">When codes expire.</param>
/// <param name="Address">The address that the request came from, for the event.</param>
internal sealed record MailedCodeMailData(string Email, string? TenantHint, byte[] Handle, byte[] Secret, Guid NewUserId, DateTimeOffset ExpiresAt, string? Address)
{
    public override string ToString() => nameof(MailedCodeMailData);
}

/// <summary>
/// Looks up who has asked for a code, says so in the request's row, and mails one for each account of the address. For an address
/// without an account the same is counted and written, so that a burst of requests is not slowed by the mails of known addresses alone.
/// </summary>
internal sealed class MailedCodeMail(
    Accounts accounts,
    HomeDatabase home,
    MailedCodeSecrets secrets,
    MailBounds bounds,
    Outbox outbox,
    CodeMailWriter writer,
    IEvents events,
    IOptions<AuthKitOptions> options) : IMailWriter
{
    public const string Name = "mailed-code-request";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<MailedCodeMailData>(data);
        var settings = options.Value.MailedCodes;
        if (!await bounds.AllowAsync(Name, LoginName.Normalize(request.Email), attempt, settings.Pause, settings.DailyLimit, cancellationToken))
            return null;

        var (mails, kept) = await FindAsync(request, isFirst: attempt == 1, cancellationToken);
        await (await home.GetAsync(cancellationToken)).CodeChallenges.SetAccountsAsync(request.Handle, CodeAccounts.Write(kept), cancellationToken);
        if (mails is [var only])
            return writer.Write(only);
        // Each on its own: an address that no server takes must not keep the others from their mail.
        foreach (var mail in mails)
            await outbox.EnqueueAsync(CodeMailWriter.Name, mail, request.ExpiresAt, cancellationToken);
        return mails.Count == 0 && settings.TellUnknownAddresses ? settings.Texts.Unknown(request.Email) : null;
    }

    private async Task<(List<CodeMailData> Mails, List<CodeAccount> Kept)> FindAsync(MailedCodeMailData request, bool isFirst, CancellationToken cancellationToken)
    {
        var (mails, kept) = (new List<CodeMailData>(1), new List<CodeAccount>(1));
        try
        {
            await foreach (var found in accounts.NamedAsync(request.Email, request.TenantHint, cancellationToken))
            {
                if (found is null)
                    continue;
                await using var account = found;
                var code = await KeepAsync(request, kept, account.Tenant, account.User.Id, account.User.CredentialVersion ?? 0, newEmail: null, cancellationToken);
                mails.Add(new(account.User.Email, account.Tenant, request.Handle, code) { DropsPassword = account.User is { EmailVerified: false, PasswordHash: not null } });
                if (isFirst)
                    await RaiseAsync(request, account, cancellationToken);
            }
        }
        catch (StoreUnavailableException) when (mails.Count > 0)
        {
            // A tenant that is away must not keep the accounts of others from their mail.
        }

        if (mails.Count > 0)
            return (mails, kept);
        if (isFirst)
            await RaiseAsync(request, account: null, cancellationToken);
        if (MayRegister(request))
        {
            var code = await KeepAsync(request, kept, Tenant.Home, request.NewUserId, credentialVersion: 0, request.Email, cancellationToken);
            mails.Add(new(request.Email, Tenant.Home, request.Handle, code) { Registers = true });
        }

        return (mails, kept);
    }

    private async ValueTask<string> KeepAsync(MailedCodeMailData request, List<CodeAccount> kept, string tenant, Guid userId, int credentialVersion, string? newEmail, CancellationToken cancellationToken)
    {
        var code = MailedCodeSecrets.CodeOf(request.Secret, tenant, userId);
        kept.Add(new(tenant, userId, await secrets.HashAsync(request.Handle, tenant, userId, code, cancellationToken), credentialVersion, newEmail));
        return code;
    }

    private bool MayRegister(MailedCodeMailData request) =>
        options.Value.MailedCodes.AllowRegistration && request.TenantHint is (null or Tenant.Home) && UserFields.NewEmail(request.Email, options.Value.Mail.SmtpUtf8) is null;

    private ValueTask RaiseAsync(MailedCodeMailData request, Account? account, CancellationToken cancellationToken) => events.RaiseAsync(
        new MailedCodeRequested { UserId = account?.User.Id, Tenant = account?.Tenant, Address = IPAddress.TryParse(request.Address, out var address) ? address : null },
        cancellationToken);
}
