using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>Mails a secret by which a password can be reset; the answer is the same for every address.</summary>
/// <param name="Email">The account's e-mail address.</param>
public sealed record RequestReset(string? Email) : Command;

/// <summary>A reset was asked for.</summary>
/// <param name="Handle">Names the request; useless without the secret that was mailed.</param>
/// <param name="ExpiresAt">When the secret expires.</param>
public sealed record ResetRequested(string Handle, DateTimeOffset ExpiresAt);

internal sealed class RequestResetFlow(Accounts accounts, HomeDatabase home, OneTimeSecrets secrets, MailQueue mails, ResetLink link, IOptions<AuthKitOptions> options, TimeProvider time)
    : IFlow<RequestReset, ResetRequested>
{
    public async Task<Outcome<ResetRequested>> RunAsync(RequestReset command, FlowContext context, CancellationToken cancellationToken)
    {
        if (UserFields.Email(command.Email) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        await using var account = await accounts.FindAsync(command.Email!, context.TenantHint, cancellationToken);
        var token = OneTimeSecrets.NewToken(account?.Tenant ?? Tenant.Home);
        var expires = time.GetUtcNow() + options.Value.Tokens.PasswordResetLifetime;
        var grant = new NewGrant(GrantKind.PasswordReset, GrantKey.Of(token), expires)
        {
            UserId = account?.User.Id ?? NobodyCalled(command.Email!),
            Data = GrantData.Write(new MailedReset(account?.User.CredentialVersion ?? 0)),
        };
        var database = account?.Database ?? await home.GetAsync(cancellationToken);
        // One that was mailed before is void. Of two that are asked for at once both may be valid, until one is used.
        await secrets.ConsumeAllAsync(database, GrantKind.PasswordReset, grant.UserId, cancellationToken);
        await secrets.AddAsync(database, grant, cancellationToken);
        if (account is not null)
            mails.Enqueue(options.Value.Mail.PasswordReset(account.User.Email, link.For(token.Encode())));
        return new ResetRequested(Base64Url.EncodeToString(token.Handle), expires);
    }

    /// <summary>The same for every request of an address without an account, so that the writes are those of one with an account (timing attack).</summary>
    private static Guid NobodyCalled(string email) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"nobody\n{LoginName.Normalize(email)}")).AsSpan(0, 16));
}

public static partial class Flows
{
    /// <summary>Mails a secret by which a password can be reset.</summary>
    public static Flow<RequestReset, ResetRequested> RequestReset { get; } = Flow<RequestReset, ResetRequested>.Of<RequestResetFlow>(takesCredentials: true);
}
