using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>
/// Mails a link to the address that the caller's account is to have; the account has it once the link is opened and confirmed
/// (<see cref="ConfirmEmail"/>). The answer is the same where another account has it.
/// </summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Email">The address to have.</param>
/// <param name="Password">The password in force; an account without one has to have proved lately who it is (<see cref="SignInOptions.RecentProof"/>).</param>
public sealed record RequestEmailChange(string? AccessToken, string? Email, string? Password) : Command;

internal sealed class RequestEmailChangeFlow(Callers callers, Accounts accounts, PasswordAuthenticator authenticator, RecentProofs proofs, Outbox outbox, IEvents events, IOptions<AuthKitOptions> options, TimeProvider time) : IFlow<RequestEmailChange, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(RequestEmailChange command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnerAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        // Whoever has a session has signed in from here before.
        if (!(await authenticator.TakeTurnAsync(caller.UserId.ToString(), caller.SessionId.ToString(), cancellationToken)).Succeeded(out var turn, out failure))
            return failure;
        using var judged = turn;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null)
            return Fault.NotFound;
        if (!await callers.StillCountsAsync(caller, account, cancellationToken))
            return Fault.InvalidToken;
        BrokenRule[] broken = [.. Check(command, account.User)];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);
        // The password is the proof; without one, the proof has to have been given lately.
        if (account.User.PasswordHash is null && await proofs.ObjectionAsync(caller, account, cancellationToken) is { } objection)
            return objection;
        if (account.User.PasswordHash is not null && !(await authenticator.AuthenticateAsync(account, command.Password!, new(true, caller.SessionId), cancellationToken)).Succeeded(out _, out failure))
        {
            await events.RaiseFailureAsync(context, failure, caller.SessionId, cancellationToken);
            return failure.Fault == Fault.InvalidCredentials ? Fault.WrongPassword : failure;
        }

        await EnqueueAsync(account, command.Email!, caller.SessionId, cancellationToken);
        return Unit.Value;
    }

    private Task EnqueueAsync(Account account, string email, Guid sessionId, CancellationToken cancellationToken)
    {
        var token = OneTimeSecrets.NewToken(Tenant.Home);
        var expires = time.GetUtcNow() + options.Value.EmailConfirmation.Lifetime;
        var change = new MailedChange(account.User.Email, email, account.User.CredentialVersion ?? 0, sessionId);
        return outbox.EnqueueAsync(EmailChangeMail.Name, new EmailChangeMailData(account.Tenant, account.User.Id, change, token.Handle, token.Secret, expires), expires, cancellationToken);
    }

    private IEnumerable<BrokenRule> Check(RequestEmailChange command, User user)
    {
        if (UserFields.NewEmail(command.Email, options.Value.Mail.SmtpUtf8) is { } email)
            yield return email;
        else if (command.Email == user.Email)
            yield return new(Field.Email, Rule.Taken);
        if (user.PasswordHash is not null && string.IsNullOrEmpty(command.Password))
            yield return new(Field.CurrentPassword, Rule.Required);
    }
}

public static partial class EmailConfirmationFlows
{
    /// <summary>Mails a link to the address that the caller's account is to have.</summary>
    public static Flow<RequestEmailChange, Unit> RequestChange { get; } =
        Flow<RequestEmailChange, Unit>.Of<RequestEmailChangeFlow>(takesCredentials: true, fails: [Fault.InsufficientScope, Fault.NotFound, Fault.WrongPassword, Fault.ProofRequired, Fault.Busy]);
}
