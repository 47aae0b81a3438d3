using System.Buffers.Text;
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

/// <summary>
/// Against timing attacks: the request enqueues one row, whatever the address. Whether there is an account, and whether it
/// has had enough mail, is looked up when the mail is written (<see cref="ResetMail"/>).
/// </summary>
internal sealed class RequestResetFlow(Outbox outbox, IOptions<AuthKitOptions> options, TimeProvider time) : IFlow<RequestReset, ResetRequested>
{
    public async Task<Outcome<ResetRequested>> RunAsync(RequestReset command, FlowContext context, CancellationToken cancellationToken)
    {
        if (UserFields.Email(command.Email) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        var token = OneTimeSecrets.NewToken(Tenant.Home);
        var expires = time.GetUtcNow() + options.Value.Tokens.PasswordResetLifetime;
        // What is longer than an alias can be is cut, and still no alias.
        var tenant = context.TenantHint is { Length: > Tenant.MaxAlias } hint ? hint[..(Tenant.MaxAlias + 1)] : context.TenantHint;
        await outbox.EnqueueAsync(ResetMail.Name, new ResetMailData(command.Email!, tenant, token.Handle, token.Secret, expires, context.RemoteAddress?.ToString()), expires, cancellationToken);
        return new ResetRequested(Base64Url.EncodeToString(token.Handle), expires);
    }
}

public static partial class Flows
{
    /// <summary>Mails a secret by which a password can be reset.</summary>
    public static Flow<RequestReset, ResetRequested> RequestReset { get; } = Flow<RequestReset, ResetRequested>.Of<RequestResetFlow>(takesCredentials: true);
}
