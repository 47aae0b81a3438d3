using System.Collections.Concurrent;
using AuthKit.Conformance.InMemory;
using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Core.Tests.Features;

/// <summary>A home database in memory that a test sees into, and holds up.</summary>
internal sealed class WatchedDatabase : IDatabase, IRecords
{
    private readonly InMemoryDatabase _inner = new();

    public ConcurrentQueue<(string Verb, string Table, string Changes)> Calls { get; } = new();

    /// <summary>Runs before a call: by its verb and table.</summary>
    public Func<string, string, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    public IRecords Records => this;

    public IRecords Inner => _inner.Records;

    public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => _inner.MigrateAsync(schemas, cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The one that comes after a kill opens it again.
    public ValueTask DisposeAsync() => default;

    public async Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class
    {
        await CallAsync("insert", table);
        return await Inner.InsertAsync(table, record, cancellationToken);
    }

    public async Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class
    {
        await CallAsync("find", table);
        return await Inner.FindAsync(table, where, cancellationToken);
    }

    public async Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class
    {
        await CallAsync("list", table);
        return await Inner.ListAsync(table, where, orderBy, limit, cancellationToken);
    }

    public async Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class
    {
        await CallAsync("update", table, string.Join(',', changes.Select(change => change.Column.Name)));
        return await Inner.UpdateAsync(table, where, changes, readBy, cancellationToken);
    }

    public async Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class
    {
        await CallAsync("delete", table, where.Length == 1 ? $"{where[0].Column.Name} {where[0].Comparison}" : "");
        return await Inner.DeleteAsync(table, where, limit, cancellationToken);
    }

    private Task CallAsync(string verb, Table table, string changes = "")
    {
        Calls.Enqueue((verb, table.Name, changes));
        return Before(verb, table.Name);
    }
}
