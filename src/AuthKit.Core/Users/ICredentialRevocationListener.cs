using AuthKit.Databases;

namespace AuthKit.Users;

/// <summary>Hears that an account's sessions are about to end because a credential was changed, while they still stand.</summary>
internal interface ICredentialRevocationListener
{
    /// <param name="database">Where the account lives.</param>
    /// <param name="tenant">The tenant whose database that is.</param>
    /// <param name="userId">The account.</param>
    /// <param name="except">The session that goes on, if any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RevokingAsync(DatabaseLease database, string tenant, Guid userId, Guid? except, CancellationToken cancellationToken);
}
