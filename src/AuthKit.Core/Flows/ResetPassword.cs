using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Passwords;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>Sets a password by a mailed secret, and signs the account out everywhere.</summary>
/// <param name="Token">The mailed token.</param>
/// <param name="NewPassword">The password to set.</param>
public sealed record ResetPassword(string? Token, string? NewPassword) : Command
{
    /// <summary>The password once more, where the contract asks for it; compared when sent.</summary>
    public string? PasswordConfirmation { get; init; }

    /// <summary>Whether the account's e-mail address has to come along.</summary>
    public bool EmailRequired { get; init; }

    /// <summary>The account's e-mail address; compared when sent.</summary>
    public string? Email { get; init; }

    /// <summary>Whether a missing password is made up and returned.</summary>
    public bool Generate { get; init; }
}

/// <summary>A password was reset.</summary>
/// <param name="GeneratedPassword">The password, where it was made up.</param>
public sealed record PasswordReset(string? GeneratedPassword)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PasswordReset);
}

internal sealed class ResetPasswordFlow(
    UserDatabases databases,
    TenantRegistry tenants,
    OneTimeSecrets secrets,
    NewPasswords passwords,
    CredentialRevocation revocation,
    IEvents events,
    IOptions<AuthKitOptions> options) : IFlow<ResetPassword, PasswordReset>
{
    public async Task<Outcome<PasswordReset>> RunAsync(ResetPassword command, FlowContext context, CancellationToken cancellationToken)
    {
        var rules = options.Value.Passwords.RulesFor(context.PasswordRules);
        var generated = command.Generate && string.IsNullOrEmpty(command.NewPassword) ? GeneratedPassword.New(rules) : null;
        var password = generated ?? command.NewPassword;
        BrokenRule[] broken = [.. Check(command, password, rules)];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);
        if (!OpaqueToken.TryParse(command.Token, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken))
            return await RefuseAsync(context, tenant: null, TokenRefusals.Invalid, cancellationToken);

        await using var database = await databases.OfAsync(token.Tenant, cancellationToken);
        if (await secrets.FindOpenAsync(database, GrantKind.PasswordReset, GrantKey.Of(token), cancellationToken) is not { } grant
            || await FindOwnerAsync(database, grant, command.Email, cancellationToken) is not { } user)
            return await RefuseAsync(context, token.Tenant, TokenRefusals.Invalid, cancellationToken);
        BrokenRule[] personal = generated is null ? [.. rules.Check(password, Field.Password, PersonalNames.Of(user))] : [];
        if (personal.Length > 0)
            return new Failure(Fault.Invalid, personal);
        if (!(await passwords.HashAsync(password!, Field.Password, cancellationToken)).Succeeded(out var hash, out var busy))
            return busy;

        if (!await secrets.ConsumeAsync(database, grant, cancellationToken) || await SetAsync(database, user, hash, cancellationToken) is not { } changed)
            return await RefuseAsync(context, token.Tenant, TokenRefusals.Ended, cancellationToken);
        await events.RaiseAsync(context, new PasswordResetCompleted { UserId = changed.Id, Tenant = token.Tenant, ClientId = context.ClientId }, cancellationToken);
        await database.Users.ClearFailedSignInsAsync(user.Id, cancellationToken);
        await revocation.RevokeAsync(database, token.Tenant, changed, except: null, cancellationToken);
        return new PasswordReset(generated);
    }

    private async Task<Outcome<PasswordReset>> RefuseAsync(FlowContext context, string? tenant, string reason, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.PasswordReset, reason) { Tenant = tenant, ClientId = context.ClientId }, cancellationToken);
        return Fault.InvalidResetToken;
    }

    private static IEnumerable<BrokenRule> Check(ResetPassword command, string? password, PasswordRules rules)
    {
        if (string.IsNullOrEmpty(command.Token))
            yield return new(Field.Token, Rule.Required);
        if (command.EmailRequired && UserFields.Email(command.Email) is { } email)
            yield return email;
        foreach (var broken in rules.Check(password, Field.Password))
            yield return broken;
        if (command.PasswordConfirmation is { } confirmation && confirmation != command.NewPassword)
            yield return new(Field.Password, Rule.Confirmed);
    }

    private static async Task<User?> FindOwnerAsync(DatabaseLease database, Grant grant, string? email, CancellationToken cancellationToken)
    {
        var user = await database.Users.FindByIdAsync(grant.UserId, cancellationToken);
        return user is not null && MailedReset.VersionOf(grant) == (user.CredentialVersion ?? 0) && (email is null || LoginName.Normalize(email) == LoginName.Normalize(user.Email)) ? user : null;
    }

    // The secret is spent, so a profile that changed in between must not cost the owner the new password. A credential that
    // changed in between has voided the secret: the account is as the one who was first has it.
    private static async Task<User?> SetAsync(DatabaseLease database, User user, string hash, CancellationToken cancellationToken)
    {
        var current = user;
        while (current is not null && current.CredentialVersion == user.CredentialVersion)
        {
            var changed = current with { PasswordHash = hash, EmailVerified = true, CredentialVersion = current.CredentialVersion + 1 };
            var written = await database.Users.UpdateAsync(changed, cancellationToken);
            if (written is not UserWrite.Stale)
                return written is UserWrite.Done ? changed : null;
            current = await database.Users.FindByIdAsync(user.Id, cancellationToken);
        }

        return null;
    }
}

public static partial class Flows
{
    /// <summary>Sets a password by such a secret.</summary>
    public static Flow<ResetPassword, PasswordReset> ResetPassword { get; } = Flow<ResetPassword, PasswordReset>.Of<ResetPasswordFlow>(takesCredentials: true, fails: [Fault.InvalidResetToken, Fault.Busy]);
}
