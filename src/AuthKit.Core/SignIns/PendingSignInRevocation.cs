using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Users;

namespace AuthKit.SignIns;

/// <summary>A sign-in that waits for its second factor does not outlive the credential that it began with, where a host's accounts count no versions either.</summary>
internal sealed class PendingSignInRevocation(SecondFactorSet factors, OneTimeSecrets secrets) : ICredentialRevocationListener
{
    public Task RevokingAsync(DatabaseLease database, string tenant, Guid userId, Guid? except, CancellationToken cancellationToken) =>
        factors.IsEmpty ? Task.CompletedTask : secrets.ConsumeAllAsync(database, GrantKind.PendingSignIn, userId, cancellationToken);
}
