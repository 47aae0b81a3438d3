using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features;

internal sealed class NewAccounts(HomeDatabase home, IEvents events, IOptions<AuthKitOptions> options, TimeProvider time, IExistingAccountNotice? existing = null) : INewAccounts
{
    public IReadOnlyList<BrokenRule> Check(NewAccount account)
    {
        BrokenRule?[] broken = [UserFields.NewEmail(account.Email, options.Value.Mail.SmtpUtf8), UserFields.UserName(account.UserName), .. UserFields.Profile(account.Profile)];
        return [.. broken.OfType<BrokenRule>()];
    }

    public async Task<Outcome<FeatureAccount>> CreateAsync(NewAccount account, FlowContext context, CancellationToken cancellationToken)
    {
        if (Check(account) is { Count: > 0 } broken)
            return new Failure(Fault.Invalid, broken);
        var user = new User
        {
            Id = account.Id,
            Email = account.Email!,
            UserName = account.UserName,
            Profile = account.Profile,
            CredentialVersion = 0,
            CreatedAt = time.GetUtcNow(),
        };
        var database = await home.GetAsync(cancellationToken);
        switch (await WriteAsync(database, user, cancellationToken))
        {
            case UserWrite.Done:
                await events.RaiseAsync(context, new Registered { UserId = user.Id, Tenant = Tenant.Home, ClientId = context.ClientId }, cancellationToken);
                return new FeatureAccount(new(database, Tenant.Home, user), caller: null);
            case UserWrite.DuplicateUserName:
                return Failure.Of(Field.UserName, Rule.Taken);
            case var _ when options.Value.Accounts.HideExistingAccounts:
                if (existing is not null)
                    await existing.TellAsync(user.Email, Tenant.Home, context.RemoteAddress?.ToString(), cancellationToken);
                return Fault.EmailNotConfirmed;
            default:
                return Failure.Of(Field.Email, Rule.Taken);
        }
    }

    private async Task<UserWrite> WriteAsync(DatabaseLease database, User user, CancellationToken cancellationToken)
    {
        // Which of two indexes refuses a row that both would, an engine decides: a name that is known to be taken must not tell that the address is.
        if (user.UserName is { } given && await database.Users.FindByUserNameAsync(LoginName.Normalize(given), cancellationToken) is not null)
            return UserWrite.DuplicateUserName;
        // Where a domain has two spellings, an account of schema version 3 may have the other one, of which no index knows.
        return LoginName.FormsOf(user.Email).Count > 1 && await database.Users.FindByNameAsync(user.Email, cancellationToken) is not null
            ? UserWrite.DuplicateEmail
            : await database.Users.CreateAsync(user, cancellationToken);
    }
}
