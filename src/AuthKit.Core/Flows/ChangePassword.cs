using AuthKit.Events;
using AuthKit.Passwords;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>Changes the caller's password and ends the caller's other sessions.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="CurrentPassword">The password in force.</param>
/// <param name="NewPassword">The password to set.</param>
/// <param name="Email">The account's e-mail address; where sent, it has to be the caller's own.</param>
public sealed record ChangePassword(string? AccessToken, string? CurrentPassword, string? NewPassword, string? Email = null) : Command
{
    /// <summary>The new password once more, where the contract asks for it; compared when sent.</summary>
    public string? PasswordConfirmation { get; init; }
}

internal sealed class ChangePasswordFlow(
    Callers callers,
    Accounts accounts,
    PasswordAuthenticator authenticator,
    NewPasswords passwords,
    CredentialRevocation revocation,
    IEvents events,
    IOptions<AuthKitOptions> options) : IFlow<ChangePassword, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(ChangePassword command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnerAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        // Whoever has a session has signed in from here before.
        if (!(await authenticator.TakeTurnAsync(caller.UserId.ToString(), caller.SessionId.ToString(), cancellationToken)).Succeeded(out var turn, out failure))
            return failure;
        using var judged = turn;
        await using var found = await accounts.FindAsync(caller, cancellationToken);
        if (found is null || !found.IsCalled(command.Email))
            return Fault.NotFound;
        BrokenRule[] broken = [.. Check(command, found.User, options.Value.Passwords.RulesFor(context.PasswordRules))];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);

        var checking = await authenticator.AuthenticateAsync(found, command.CurrentPassword!, new(true, caller.SessionId), cancellationToken);
        if (!checking.Succeeded(out var account, out failure))
        {
            await events.RaiseFailureAsync(context, failure, caller.SessionId, cancellationToken);
            return failure.Fault == Fault.InvalidCredentials ? Fault.WrongPassword : failure;
        }

        if (!(await passwords.HashAsync(command.NewPassword!, Field.NewPassword, cancellationToken)).Succeeded(out var hash, out failure))
            return failure;
        var changed = account.User with { PasswordHash = hash, CredentialVersion = account.User.CredentialVersion + 1 };
        if (await account.Database.Users.UpdateAsync(changed, cancellationToken) is not UserWrite.Done)
            return Fault.Conflict;
        await events.RaiseAsync(context, new PasswordChanged { UserId = changed.Id, Tenant = account.Tenant, SessionId = caller.SessionId, ClientId = caller.ClientId }, cancellationToken);
        await revocation.RevokeAsync(account.Database, account.Tenant, changed, except: caller.SessionId, cancellationToken);
        return Unit.Value;
    }

    private static IEnumerable<BrokenRule> Check(ChangePassword command, User user, PasswordRules rules)
    {
        if (string.IsNullOrEmpty(command.CurrentPassword))
            yield return new(Field.CurrentPassword, Rule.Required);
        foreach (var broken in rules.Check(command.NewPassword, Field.NewPassword, PersonalNames.Of(user)))
            yield return broken;
        if (command.PasswordConfirmation is { } confirmation && confirmation != command.NewPassword)
            yield return new(Field.NewPassword, Rule.Confirmed);
    }
}

public static partial class Flows
{
    /// <summary>Changes the caller's password.</summary>
    public static Flow<ChangePassword, Unit> ChangePassword { get; } = Flow<ChangePassword, Unit>.Of<ChangePasswordFlow>(takesCredentials: true, fails: [Fault.InsufficientScope, Fault.NotFound, Fault.WrongPassword, Fault.Conflict, Fault.Busy]);
}
