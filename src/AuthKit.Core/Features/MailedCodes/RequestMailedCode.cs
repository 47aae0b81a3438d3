using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MailedCodes;

/// <summary>Mails a code and a link to sign in by; the answer is the same for every address.</summary>
/// <param name="Email">The account's e-mail address.</param>
public sealed record RequestMailedCode(string? Email) : Command;

/// <summary>A code was asked for.</summary>
/// <param name="Challenge">A secret of whoever asked, to be sent with the code: a code is worth nothing without it. A browser keeps it in a cookie that scripts cannot read.</param>
/// <param name="ExpiresIn">For how long the code is good, in seconds.</param>
public sealed record MailedCodeChallenge(string Challenge, int ExpiresIn)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(MailedCodeChallenge);
}

/// <summary>Against timing attacks: the request adds two rows, whatever the address. Whether there is an account, and whether it has had enough mail, is looked up when the mail is written (<see cref="MailedCodeMail"/>).</summary>
internal sealed class RequestMailedCodeFlow(HomeDatabase home, MailedCodeSecrets secrets, Outbox outbox, IOptions<AuthKitOptions> options, TimeProvider time) : IFlow<RequestMailedCode, MailedCodeChallenge>
{
    public async Task<Outcome<MailedCodeChallenge>> RunAsync(RequestMailedCode command, FlowContext context, CancellationToken cancellationToken)
    {
        if (UserFields.Email(command.Email) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        var (asker, now) = (OneTimeSecrets.NewToken(Tenant.Home), time.GetUtcNow());
        var expires = now + options.Value.MailedCodes.Lifetime;
        var database = await home.GetAsync(cancellationToken);
        await database.CodeChallenges.AddAsync(new()
        {
            Handle = asker.Handle,
            AskerHash = TokenSecret.Hash(asker.Secret),
            Subject = await secrets.SubjectOfAsync(command.Email!, cancellationToken),
            CreatedAt = now,
            ExpiresAt = expires,
        }, cancellationToken);
        // What is longer than an alias can be is cut, and still no alias.
        var tenant = context.TenantHint is { Length: > Tenant.MaxAlias } hint ? hint[..(Tenant.MaxAlias + 1)] : context.TenantHint;
        var mail = new MailedCodeMailData(command.Email!, tenant, asker.Handle, TokenSecret.New(), Guid.CreateVersion7(now), expires, context.RemoteAddress?.ToString());
        await outbox.EnqueueAsync(MailedCodeMail.Name, mail, expires, cancellationToken);
        return new MailedCodeChallenge(asker.Encode(), (int)options.Value.MailedCodes.Lifetime.TotalSeconds);
    }
}

public static partial class MailedCodeFlows
{
    /// <summary>Mails a code and a link to sign in by.</summary>
    public static Flow<RequestMailedCode, MailedCodeChallenge> Request { get; } = Flow<RequestMailedCode, MailedCodeChallenge>.Of<RequestMailedCodeFlow>(takesCredentials: true);
}
