using AuthKit.External;
using AuthKit.Users;

namespace AuthKit.Features;

internal sealed class FeatureCredentials(CredentialRevocation revocation, IEnumerable<ISignInMethod> methods) : IFeatureCredentials
{
    private const int Tries = 5;

    public async Task<bool> HasSignInMethodAsync(FeatureAccount account, CancellationToken cancellationToken)
    {
        var database = account.Account.Database;
        if (await database.Users.FindByIdAsync(account.User.Id, cancellationToken) is not { } user)
            return false;
        return user.PasswordHash is not null
            || (await database.ExternalLogins.ListAsync(user.Id, cancellationToken)).Any(static login => login.ProvedAt is not null)
            || await methods.AnyOpenAsync(user, account.Records, cancellationToken);
    }

    public async Task<Outcome<Unit>> RevokeAsync(FeatureAccount account, CancellationToken cancellationToken)
    {
        var database = account.Account.Database;
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await database.Users.FindByIdAsync(account.User.Id, cancellationToken) is not { } user)
                break;
            var changed = user with { CredentialVersion = user.CredentialVersion + 1 };
            if (user.CredentialVersion is not null && await database.Users.UpdateAsync(changed, cancellationToken) is not UserWrite.Done)
                continue;
            await revocation.RevokeAsync(database, account.Tenant, changed, account.Caller?.SessionId, cancellationToken);
            return Unit.Value;
        }

        return Fault.Conflict;
    }
}
