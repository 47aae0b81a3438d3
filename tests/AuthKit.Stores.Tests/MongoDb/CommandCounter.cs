using System.Collections.Concurrent;
using AuthKit.Databases;
using AuthKit.MongoDb;
using MongoDB.Driver.Core.Events;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>A database whose commands are counted.</summary>
internal sealed class CommandCounter : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _sent = new();

    public CommandCounter(string connectionString)
    {
        var target = MongoTarget.Parse(connectionString);
        target.OnCommand = Note;
        Database = new DocumentDatabase(new(target));
    }

    public IDatabase Database { get; }

    /// <returns>The names of the commands that were sent.</returns>
    public async Task<string[]> DuringAsync(Func<Task> call)
    {
        _sent.Clear();
        await call();
        return [.. _sent];
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    // A connection's own preliminaries, paid once for it.
    private void Note(CommandStartedEvent command)
    {
        if (command.CommandName is not ("hello" or "isMaster" or "saslStart" or "saslContinue"))
            _sent.Enqueue(command.CommandName);
    }
}
