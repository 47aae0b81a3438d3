using System.Net;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit;

/// <summary>A reset that was asked for, as it waits in the outbox.</summary>
/// <param name="Email">The address as it was asked for.</param>
/// <param name="TenantHint">The tenant that the request pointed to.</param>
/// <param name="Handle">The handle of the mailed tokens, which the answer has told.</param>
/// <param name="Secret">What their secrets are derived from; it is mailed to nobody.</param>
/// <param name="ExpiresAt">When they expire.</param>
/// <param name="Address">The address that the request came from, for the event.</param>
internal sealed record ResetMailData(string Email, string? TenantHint, byte[] Handle, byte[] Secret, DateTimeOffset ExpiresAt, string? Address)
{
    public override string ToString() => nameof(ResetMailData);
}

/// <summary>
/// Looks up whom <see cref="RequestReset"/> has enqueued a mail for, and makes the grants that their links consume, one for
/// each account of the address. For an address without an account the same is counted and written, with nobody as the owner,
/// so that a burst of requests is not slowed by the mails of known addresses alone.
/// </summary>
internal sealed class ResetMail(Accounts accounts, HomeDatabase home, OneTimeSecrets secrets, MailBounds bounds, Outbox outbox, ResetLinkMail links, IEvents events) : IMailWriter
{
    public const string Name = "password-reset";

    public string Kind => Name;

    public async Task<AuthMail?> WriteAsync(byte[] data, int attempt, CancellationToken cancellationToken)
    {
        var request = Outbox.Read<ResetMailData>(data);
        if (!await bounds.AllowAsync(LoginName.Normalize(request.Email), attempt, cancellationToken))
            return null;

        var mails = await GrantAsync(request, isFirst: attempt == 1, cancellationToken);
        if (mails is [var only])
            return links.Write(only);
        // Each on its own: an address that no server takes must not keep the others from their mail.
        foreach (var mail in mails)
            await outbox.EnqueueAsync(ResetLinkMail.Name, mail, request.ExpiresAt, cancellationToken);
        return null;
    }

    private async Task<List<ResetLinkMailData>> GrantAsync(ResetMailData request, bool isFirst, CancellationToken cancellationToken)
    {
        var mails = new List<ResetLinkMailData>(1);
        try
        {
            await foreach (var found in accounts.NamedAsync(request.Email, request.TenantHint, cancellationToken))
            {
                await using var account = found;
                var token = TokenOf(request, account);
                await GrantAsync(account?.Database ?? await home.GetAsync(cancellationToken), GrantOf(request, account, token), isFirst, cancellationToken);
                if (account is null)
                    continue;
                if (isFirst)
                    await RaiseAsync(request, account, cancellationToken);
                mails.Add(new(account.User.Email, account.Tenant, token.Encode()));
            }
        }
        catch (StoreUnavailableException) when (mails.Count > 0)
        {
            // A tenant that is away must not keep the accounts of others from their mail.
        }

        if (isFirst && mails.Count == 0)
            await RaiseAsync(request, account: null, cancellationToken);
        return mails;
    }

    private ValueTask RaiseAsync(ResetMailData request, Account? account, CancellationToken cancellationToken) => events.RaiseAsync(
        new PasswordResetRequested { UserId = account?.User.Id, Tenant = account?.Tenant, Address = IPAddress.TryParse(request.Address, out var address) ? address : null },
        cancellationToken);

    private async Task GrantAsync(DatabaseLease database, NewGrant grant, bool isFirst, CancellationToken cancellationToken)
    {
        // One that was mailed before is void. Of two that are asked for at once both may be valid, until one is used.
        if (isFirst)
            await secrets.ConsumeAllAsync(database, GrantKind.PasswordReset, grant.UserId, cancellationToken);
        // It is there already where this is not the first attempt.
        await secrets.AddAsync(database, grant, cancellationToken);
    }

    private static NewGrant GrantOf(ResetMailData request, Account? account, OpaqueToken token) => new(GrantKind.PasswordReset, GrantKey.Of(token), request.ExpiresAt)
    {
        UserId = account?.User.Id ?? NobodyCalled(request.Email),
        Data = GrantData.Write(new MailedReset(account?.User.CredentialVersion ?? 0)),
    };

    /// <summary>Who has the token of one account cannot tell that of another, though they are found by one handle.</summary>
    private static OpaqueToken TokenOf(ResetMailData request, Account? account) => account is null
        ? OneTimeSecrets.NewToken(Tenant.Home)
        : new(account.Tenant, request.Handle, HMACSHA256.HashData(request.Secret, Encoding.UTF8.GetBytes(account.Tenant)));

    /// <summary>The same for every request of an address without an account, so that the writes are those of one with an account (timing attack).</summary>
    private static Guid NobodyCalled(string email) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"nobody\n{LoginName.Normalize(email)}")).AsSpan(0, 16));
}
