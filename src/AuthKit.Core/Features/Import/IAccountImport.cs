using AuthKit.Records;

namespace AuthKit.Features.Import;

/// <summary>Takes accounts of another system in, with the hashes of their passwords, which verify as they are and are replaced when their owners sign in.</summary>
public interface IAccountImport
{
    /// <summary>
    /// Takes accounts in, in batches. It is idempotent: each account is claimed by its id in the source before it is made, so that one
    /// that was taken in before is never made twice, wherever a run ended, and however many run at once. No mail is sent, and no session begun.
    /// </summary>
    /// <param name="import">From where, to where, and what is taken.</param>
    /// <param name="lines">The accounts, as <see cref="IAccountFormat.ReadAsync"/> or the host's own code gives them, always in the same order.</param>
    /// <param name="cancellationToken">Ends it; what was taken in stays.</param>
    /// <returns>
    /// What became of the accounts; <see cref="Fault.NotFound"/> where there is no such tenant, <see cref="Fault.Invalid"/> where <see cref="AccountImport.Source"/> is no name, and <see cref="Fault.Conflict"/>
    /// where <see cref="AccountImport.Resume"/> is asked for and these are not the accounts that the run before had begun with.
    /// </returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached; what was taken in stays.</exception>
    Task<Outcome<ImportReport>> RunAsync(AccountImport import, IAsyncEnumerable<ImportedLine> lines, CancellationToken cancellationToken);

    /// <summary>The account that one of the source has become, so that a host can carry its own rows over; null where it was not taken in.</summary>
    /// <param name="source">The <see cref="AccountImport.Source"/> of the import.</param>
    /// <param name="sourceId">The <see cref="ImportedAccount.SourceId"/>.</param>
    /// <param name="tenant">Where it was taken in; <see cref="Tenants.Tenant.Home"/> for the home database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<Guid?> FindAsync(string source, string sourceId, string tenant, CancellationToken cancellationToken);
}
