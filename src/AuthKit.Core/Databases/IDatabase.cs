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

    /// <summary>What the database lacks of the schemas: it may be one that <see cref="MigrateAsync"/> is not called on.</summary>
    /// <returns>A sentence that says what is missing; null where nothing is, or where the engine needs nothing made.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    Task<string?> FindLackAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>The time by the server's clock.</summary>
    /// <returns>Null where there is no server.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    Task<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);
}
