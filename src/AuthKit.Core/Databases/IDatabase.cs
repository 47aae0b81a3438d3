using AuthKit.Records;

namespace AuthKit.Databases;

/// <summary>One database, opened.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>The rows in it.</summary>
    IRecords Records { get; }

    /// <summary>Brings the schemas up to date; does nothing where they are. Nodes may call it at once.</summary>
    Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken);

    /// <summary>Whether the database answers.</summary>
    /// <exception cref="StoreUnavailableException">It does not.</exception>
    Task PingAsync(CancellationToken cancellationToken);
}
