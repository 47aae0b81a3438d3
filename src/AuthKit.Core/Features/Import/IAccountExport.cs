using AuthKit.Records;

namespace AuthKit.Features.Import;

/// <summary>Reads every account of a database out, for an administrator's own code: what comes out can be imported again.</summary>
public interface IAccountExport
{
    /// <summary>The accounts, page by page; those that are being erased are not among them. One that is made or changed meanwhile may or may not be.</summary>
    /// <param name="export">From where, and what of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">There is no such tenant.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    IAsyncEnumerable<ImportedAccount> ReadAsync(AccountExport export, CancellationToken cancellationToken);

    /// <summary>Writes them as lines of JSON, in the format <c>accounts</c> of an import.</summary>
    /// <param name="export">From where, and what of them.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="InvalidOperationException">There is no such tenant.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<long> WriteAsync(AccountExport export, Stream output, CancellationToken cancellationToken);
}
