using AuthKit.Databases;
using AuthKit.Users;

namespace AuthKit.Features.ApiKeys;

/// <summary>
/// Keys end where every session of their account ends, as with a reset of the password: whoever had got in may have made one to stay. Where
/// the owner, who is signed in, changes a credential, the session that did it goes on, and so do keys. Should that fail they end, by
/// the account's raised <see cref="User.CredentialVersion"/>.
/// </summary>
internal sealed class ApiKeyRevocation(LiveApiKeys live) : ICredentialRevocationListener
{
    public async Task RevokingAsync(DatabaseLease database, string tenant, Guid userId, Guid? except, CancellationToken cancellationToken)
    {
        try
        {
            if (except is null)
                await database.ApiKeys.RemoveAllAsync(userId, cancellationToken);
            // By one version alone: keys that a reset has ended meanwhile, or before, do not come back.
            else if (await database.Users.FindByIdAsync(userId, cancellationToken) is { CredentialVersion: { } version })
                await database.ApiKeys.RebindAsync(userId, from: version - 1, to: version, cancellationToken);
        }
        finally
        {
            live.ForgetAll();
        }
    }
}
