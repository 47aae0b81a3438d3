using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Passwords;
using AuthKit.Tenants;
using AuthKit.Users;
using AuthKit.Users.Roles;
using Microsoft.Extensions.Options;

namespace AuthKit.Administration;

/// <summary>Makes accounts that the host asks for, by the rules that registration goes by.</summary>
internal sealed class UserCreation(NewPasswords passwords, NameDirectory directory, RoleSet roles, IEvents events, IOptions<AuthKitOptions> options, TimeProvider time)
{
    public async Task<Outcome<User>> CreateAsync(DatabaseLease database, string tenant, NewUser wanted, CancellationToken cancellationToken)
    {
        BrokenRule[] broken = [.. Check(wanted)];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);
        var hash = wanted.PasswordHash;
        if (wanted.Password is { } password && !(await passwords.HashAsync(password, Field.Password, cancellationToken)).Succeeded(out hash, out var failure))
            return failure;
        var now = time.GetUtcNow();
        string[] given = [.. wanted.Roles.Distinct().Order(StringComparer.Ordinal)];
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            Email = wanted.Email,
            EmailVerified = wanted.EmailVerified,
            UserName = wanted.UserName,
            PasswordHash = hash,
            CredentialVersion = 0,
            Profile = wanted.Profile,
            Roles = given,
            CreatedAt = now,
        };
        // Where a domain has two spellings, an account of schema version 3 may have the other one, of which no index knows.
        if (LoginName.FormsOf(user.Email).Count > 1 && await database.Users.FindByNameAsync(user.Email, cancellationToken) is not null)
            return Failure.Of(Field.Email, Rule.Taken);
        if (tenant != Tenant.Home)
            await directory.AddAsync(UserWriter.NamesOf(user), tenant, cancellationToken);
        await database.RoleMembers.AddAsync(user.Id, given, cancellationToken);
        var written = await database.Users.CreateAsync(user, cancellationToken);
        if (written is not UserWrite.Done)
        {
            await database.RoleMembers.SettleAsync(user.Id, [], cancellationToken);
            return Failure.Of(written is UserWrite.DuplicateUserName ? Field.UserName : Field.Email, Rule.Taken);
        }

        await events.RaiseAsync(new Registered { UserId = user.Id, Tenant = tenant }, cancellationToken);
        return user;
    }

    private IEnumerable<BrokenRule> Check(NewUser wanted)
    {
        BrokenRule?[] broken =
        [
            UserFields.NewEmail(wanted.Email, options.Value.Mail.SmtpUtf8),
            UserFields.UserName(wanted.UserName),
            roles.Check(wanted.Roles),
            .. UserFields.Profile(wanted.Profile),
            .. wanted.Password is { } password ? options.Value.Passwords.Rules.Check(password, Field.Password, PersonalNames.Of(wanted.Email, wanted.UserName, wanted.Profile)) : [],
        ];
        return broken.OfType<BrokenRule>();
    }
}
