using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Conformance.InMemory;

/// <summary>A database in memory.</summary>
public sealed class InMemoryDatabase : IDatabase
{
    /// <inheritdoc/>
    public IRecords Records { get; } = new MemoryRecords();

    /// <summary>Does nothing: tables are there when they are first used.</summary>
    /// <inheritdoc/>
    public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => PingAsync(cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;

    /// <summary>Keeps what is in it: the next to open it finds it there.</summary>
    public ValueTask DisposeAsync() => default;
}
