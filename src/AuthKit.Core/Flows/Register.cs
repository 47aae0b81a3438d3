using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Passwords;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Users;
using AuthKit.Users.Invitations;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>Makes an account.</summary>
/// <param name="Email">The e-mail address to sign in with.</param>
/// <param name="Password">The password.</param>
public sealed record Register(string? Email, string? Password) : Command
{
    /// <summary>The password once more, where the contract asks for it; compared when sent.</summary>
    public string? PasswordConfirmation { get; init; }

    /// <summary>The user name to sign in with, if any.</summary>
    public string? UserName { get; init; }

    /// <summary>Whether a missing user name is made up.</summary>
    public bool GenerateUserName { get; init; }

    /// <summary>What the account says of its owner.</summary>
    public UserProfile Profile { get; init; } = UserProfile.Empty;

    /// <summary>Whether the profile has to have a full name.</summary>
    public bool NameRequired { get; init; }

    /// <summary>The database to live in, where the contract lets the request say so.</summary>
    public DatabaseSelector? Database { get; init; }

    /// <summary>Whether the new account is signed in at once. It is there also where that fails with <see cref="Fault.SecondFactorRequired"/>.</summary>
    public bool SignIn { get; init; }
}

/// <summary>A new account; or, where <see cref="AccountOptions.HideExistingAccounts"/> is on, what looks like one.</summary>
/// <param name="User">The account, as it was asked for.</param>
/// <param name="Tokens">Its tokens, where it was signed in at once: never where <see cref="AccountOptions.RequireConfirmedEmail"/> is on, whatever was asked for.</param>
public sealed record Registration(User User, TokenPair? Tokens);

internal sealed class RegisterFlow(
    UserDatabases databases,
    TenantRegistry tenants,
    TenantInvitations invitations,
    NameDirectory directory,
    NewPasswords passwords,
    SignInCompletion completion,
    IEvents events,
    IOptions<AuthKitOptions> options,
    TimeProvider time,
    TimingEqualizer timing,
    IExistingAccountNotice? existing = null) : IFlow<Register, Registration>
{
    private const int GeneratedNameTries = 5;

    public async Task<Outcome<Registration>> RunAsync(Register command, FlowContext context, CancellationToken cancellationToken)
    {
        BrokenRule[] broken = [.. Check(command, options.Value.Passwords.RulesFor(context.PasswordRules))];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);
        var invitation = await invitations.FindAsync(command.Database, command.Email!, cancellationToken);
        if (!(await tenants.SelectAsync(command.Database, invitation?.Tenant, context.Address, cancellationToken)).Succeeded(out var tenant, out var unknown))
            return unknown;
        if (!(await passwords.HashAsync(command.Password!, Field.Password, cancellationToken)).Succeeded(out var hash, out var busy))
            return busy;

        var now = time.GetUtcNow();
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            Email = command.Email!,
            UserName = command.UserName,
            PasswordHash = hash,
            CredentialVersion = 0,
            Profile = command.Profile,
            CreatedAt = now,
        };
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        if (!(await CreateAsync(database, tenant, user, command.GenerateUserName, cancellationToken)).Succeeded(out var created, out var taken))
            return IsHidden(taken) ? await HideAsync(user, tenant, command.GenerateUserName, context, cancellationToken) : taken;
        if (invitation is not null)
            await invitations.ConsumeAsync(database, invitation, cancellationToken);
        await tenants.KeepAsync(tenant, cancellationToken);
        await events.RaiseAsync(context, new Registered { UserId = created.Id, Tenant = tenant, ClientId = context.ClientId }, cancellationToken);
        if (!command.SignIn || options.Value.Accounts.RequireConfirmedEmail)
            return new Registration(created, null);
        var proved = new ProvedSignIn(new(database, tenant, created), AuthenticationMethods.PasswordAlone);
        // The account is there also where it is one that a second factor is asked of from its beginning.
        return (await completion.SignInAsync(proved, new(context.ClientId), context, cancellationToken)).Succeeded(out var tokens, out var asked)
            ? new Registration(created, tokens)
            : asked;
    }

    private IEnumerable<BrokenRule> Check(Register command, PasswordRules rules)
    {
        if (command.NameRequired && string.IsNullOrWhiteSpace(command.Profile.Name))
            yield return new(Field.Name, Rule.Required);
        if (UserFields.NewEmail(command.Email, options.Value.Mail.SmtpUtf8) is { } email)
            yield return email;
        if (UserFields.UserName(command.UserName) is { } userName)
            yield return userName;
        foreach (var broken in rules.Check(command.Password, Field.Password, PersonalNames.Of(command.Email, command.UserName, command.Profile)))
            yield return broken;
        if (command.PasswordConfirmation is { } confirmation && confirmation != command.Password)
            yield return new(Field.Password, Rule.Confirmed);
        foreach (var broken in UserFields.Profile(command.Profile))
            yield return broken;
        foreach (var broken in tenants.Check(command.Database))
            yield return broken;
    }

    private async Task<Outcome<User>> CreateAsync(DatabaseLease database, string tenant, User user, bool generateName, CancellationToken cancellationToken)
    {
        var hides = options.Value.Accounts.HideExistingAccounts;
        // Which of two indexes refuses a row that both would, an engine decides: a name that is known to be taken must not tell that the address is.
        if (hides && user.UserName is { } given && await database.Users.FindByUserNameAsync(LoginName.Normalize(given), cancellationToken) is not null)
            return Failure.Of(Field.UserName, Rule.Taken);
        // Where a domain has two spellings, an account of schema version 3 may have the other one, of which no index knows.
        var hasTwin = LoginName.FormsOf(user.Email).Count > 1 && await database.Users.FindByNameAsync(user.Email, cancellationToken) is not null;
        if (hasTwin && !hides)
            return Failure.Of(Field.Email, Rule.Taken);
        for (var tries = 1; ; tries++)
        {
            var generated = generateName && user.UserName is null;
            var named = generated ? user with { UserName = RandomUserName() } : user;
            // The directory first: an entry without an account is passed over, an account without one could not sign in.
            if (tenant != Tenant.Home)
                await directory.AddAsync([LoginName.Normalize(named.Email), .. named.UserName is { } name ? [LoginName.Normalize(name)] : Array.Empty<string>()], tenant, cancellationToken);
            if (hasTwin)
                await timing.WriteAsync(cancellationToken);
            switch (hasTwin ? UserWrite.DuplicateEmail : await database.Users.CreateAsync(named, cancellationToken))
            {
                case UserWrite.Done:
                    return named;
                case UserWrite.DuplicateUserName when generated && tries < GeneratedNameTries:
                    continue;
                case UserWrite.DuplicateUserName:
                    return Failure.Of(Field.UserName, Rule.Taken);
                default:
                    return Failure.Of(Field.Email, Rule.Taken);
            }
        }
    }

    private bool IsHidden(Failure failure) => options.Value.Accounts.HideExistingAccounts && failure.BrokenRules is [{ Field: Field.Email, Rule: var rule }] && rule == Rule.Taken;

    /// <summary>Answers as if an account had been made, and has the owner of the one that is there told by mail: a row in the outbox, as a new account's.</summary>
    private async Task<Outcome<Registration>> HideAsync(User user, string tenant, bool generateName, FlowContext context, CancellationToken cancellationToken)
    {
        if (existing is not null)
            await existing.TellAsync(user.Email, tenant, context.RemoteAddress?.ToString(), cancellationToken);
        return new Registration(generateName && user.UserName is null ? user with { UserName = RandomUserName() } : user, Tokens: null);
    }

    private static string RandomUserName() => "user-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstvwxyz0123456789", 10);
}

public static partial class Flows
{
    /// <summary>Makes an account.</summary>
    public static Flow<Register, Registration> Register { get; } = Flow<Register, Registration>.Of<RegisterFlow>(takesCredentials: true, fails: [Fault.SecondFactorRequired, Fault.Busy]);
}
