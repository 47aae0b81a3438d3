using System.Collections.Concurrent;
using AuthKit.Databases;

namespace AuthKit.Conformance.InMemory;

/// <summary>Databases that live as long as the provider, for tests of what stands on the ports. They keep every promise of the kit.</summary>
/// <param name="engine">The engine to stand in for; null for SQLite.</param>
public sealed class InMemoryStoreProvider(DatabaseEngine? engine = null) : IStoreProvider
{
    private readonly ConcurrentDictionary<string, InMemoryDatabase> _databases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public DatabaseEngine Engine { get; } = engine ?? DatabaseEngine.Sqlite;

    /// <summary>Opens the database of this name, which any connection string is; opened again, it is the same one.</summary>
    /// <inheritdoc/>
    public IDatabase Open(string connectionString) => _databases.GetOrAdd(connectionString, _ => new InMemoryDatabase());
}
