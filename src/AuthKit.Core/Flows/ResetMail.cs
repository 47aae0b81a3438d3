using System.Net;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>A reset that was asked for, as it waits in the outbox.</summary>
/// <param name="Email">The address as it was asked for.</param>
/// <param name="TenantHint">The tenant that the request pointed to.</param>
/// <param name="Handle">The handle of the mailed token, which the answer has told.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Address">The address that the request came from, for the event.</param>
internal sealed record ResetMailData(string Email, string? TenantHint, byte[] Handle, byte[] Secret, DateTimeOffset ExpiresAt, string? Address)
{
    public override string ToString() => nameof(ResetMailData);
}

/// <summary>
/// Words the mail that <see cref="RequestReset"/> has enqueued, and makes the grant that its link consumes. For an address
/// without an account the same is counted and written, with nobody as the owner, so that a burst of requests is not slowed
/// by the mails of known addresses alone.
/// </summary>
internal sealed class ResetMail(
    Accounts accounts,
    HomeDatabase home,
    OneTimeSecrets secrets,
    MailBounds bounds,
    ResetLink link,
    IEvents events,
    IOptions<AuthKitOptions> options,
    ILogger<ResetMail> logger) : IMailWriter
{
    public const string Name = "password-reset";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<ResetMailData>(data);
        // A mail that is tried again was counted before.
        if (attempt == 1 && !await bounds.AllowAsync(LoginName.Normalize(request.Email), cancellationToken))
        {
            logger.Bounded();
            return null;
        }

        await using var account = await accounts.FindAsync(request.Email, request.TenantHint, cancellationToken);
        var token = new OpaqueToken(account?.Tenant ?? Tenant.Home, request.Handle, request.Secret);
        var grant = new NewGrant(GrantKind.PasswordReset, GrantKey.Of(token), request.ExpiresAt)
        {
            UserId = account?.User.Id ?? NobodyCalled(request.Email),
            Data = GrantData.Write(new MailedReset(account?.User.CredentialVersion ?? 0)),
        };
        var database = account?.Database ?? await home.GetAsync(cancellationToken);
        // One that was mailed before is void. Of two that are asked for at once both may be valid, until one is used.
        if (attempt == 1)
            await secrets.ConsumeAllAsync(database, GrantKind.PasswordReset, grant.UserId, cancellationToken);
        if (attempt == 1)
            await events.RaiseAsync(new PasswordResetRequested { UserId = account?.User.Id, Tenant = account?.Tenant, Address = IPAddress.TryParse(request.Address, out var address) ? address : null }, cancellationToken);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, grant, cancellationToken);
        return account is null ? null : options.Value.Mail.PasswordReset(account.User.Email, link.For(token.Encode(), account.User.Email));
    }

    /// <summary>The same for every request of an address without an account, so that the writes are those of one with an account (timing attack).</summary>
    private static Guid NobodyCalled(string email) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"nobody\n{LoginName.Normalize(email)}")).AsSpan(0, 16));
}
