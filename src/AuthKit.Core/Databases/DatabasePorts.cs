using System.Collections.Concurrent;
using AuthKit.Records;

namespace AuthKit.Databases;

/// <summary>The ports on one opened database: each made once, over its rows, unless the host brought one of its own.</summary>
internal sealed class DatabasePorts(IDatabase database, IEnumerable<ReplacedPort> replaced)
{
    private readonly ConcurrentDictionary<Type, object> _ports = new(replaced.Select(static port => KeyValuePair.Create(port.Port, port.Implementation)));

    public IDatabase Database => database;

    public TPort Get<TPort>(Func<IRecords, TPort> create) where TPort : class => _ports.TryGetValue(typeof(TPort), out var port)
        ? (TPort)port
        : (TPort)_ports.GetOrAdd(typeof(TPort), static (_, made) => made.create(new StorableTextRecords(made.Records)), (create, database.Records));
}
