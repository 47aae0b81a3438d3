using AuthKit.Records;

namespace AuthKit.Features;

/// <summary>Accounts, and the rows beside them, as the flows of a feature see them: one written outside this library as well.</summary>
public interface IFeatureAccounts
{
    /// <summary>
    /// The account whose own access token this is, opened in the database that it lives in. A token of somebody else's client, which
    /// users have let see what its scope says, is refused with <see cref="Fault.InsufficientScope"/> (RFC 9700 §2.3).
    /// </summary>
    /// <returns>The account, which is the caller's to dispose of; <see cref="Fault.MissingToken"/> or <see cref="Fault.InvalidToken"/>, also where the account is gone, or the session has ended, past any cache.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<Outcome<FeatureAccount>> OfTokenAsync(string? accessToken, FlowContext context, CancellationToken cancellationToken);

    /// <summary>The same, where a proof of who the caller is may be asked for: by what changes the credentials of the account.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="recentProof">Whether the caller has to have proved who they are within <see cref="SignIns.SignInOptions.RecentProof"/>, by a second factor where the account has one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>As above; or <see cref="Fault.ProofRequired"/>, with a <see cref="SignIns.WantedProof"/>.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<Outcome<FeatureAccount>> OfTokenAsync(string? accessToken, FlowContext context, bool recentProof, CancellationToken cancellationToken);

    /// <summary>An account by its id, opened in the database that it lives in; null where there is none.</summary>
    /// <param name="tenant">Where it lives; <see cref="Tenants.Tenant.Home"/> for the home database.</param>
    /// <param name="userId">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The account, which is the caller's to dispose of.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<FeatureAccount?> FindAsync(string tenant, Guid userId, CancellationToken cancellationToken);

    /// <summary>The rows of the home database, for what belongs to no account.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<IRecords> GetHomeAsync(CancellationToken cancellationToken);
}
