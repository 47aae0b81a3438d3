using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Records;
using AuthKit.Sessions;
using Microsoft.Extensions.Logging;

namespace AuthKit.Users;

/// <summary>Ends what an account's former credential opened: its sessions, the secrets that were mailed, and the external identities that nobody has proved to be the owner's.</summary>
internal sealed class CredentialRevocation(OneTimeSecrets secrets, SessionLiveness liveness, IEnumerable<ICredentialRevocationListener> listeners, TimeProvider time, ILogger<CredentialRevocation> logger)
{
    /// <summary>
    /// To be called once the new credential is written. None of it counts any more from then on, by the raised
    /// <see cref="User.CredentialVersion"/>: where revoking fails, there is nothing to answer for. Only a store that keeps no
    /// version has nothing but this, so that the failure is the caller's to tell.
    /// </summary>
    /// <param name="database">Where the account lives.</param>
    /// <param name="tenant">The tenant whose database that is.</param>
    /// <param name="changed">The account as it was written.</param>
    /// <param name="except">The session that goes on, if any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RevokeAsync(DatabaseLease database, string tenant, User changed, Guid? except, CancellationToken cancellationToken)
    {
        try
        {
            if (except is { } kept && changed.CredentialVersion is { } version)
                await database.Sessions.RebindAsync(kept, changed.Id, version, cancellationToken);
            await secrets.ConsumeAllAsync(database, GrantKind.PasswordReset, changed.Id, cancellationToken);
            await secrets.ConsumeAllAsync(database, GrantKind.ExternalLink, changed.Id, cancellationToken);
            await database.ExternalLogins.RemoveUnprovedAsync(changed.Id, cancellationToken);
            foreach (var listener in listeners)
                await listener.RevokingAsync(database, tenant, changed.Id, except, cancellationToken);
            await database.Sessions.RevokeAllAsync(changed.Id, except, time.GetUtcNow(), cancellationToken);
        }
        catch (StoreUnavailableException e) when (changed.CredentialVersion is not null)
        {
            logger.NotRevoked(changed.Id, e);
        }
        finally
        {
            liveness.ForgetAll();
        }
    }
}
