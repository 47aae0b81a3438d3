using System.Reflection;
using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Import.Tests.Imports;

/// <summary>A store that is lost at one of its writes: before it is done, or behind it, when only the answer is lost.</summary>
internal sealed class LosingStore(IStoreProvider inner) : IStoreProvider
{
    private int _writes;

    /// <summary>The number of the write that is lost, and all behind it; 0 for none.</summary>
    public int LostFrom { get; set; }

    /// <summary>Whether that write is done nevertheless.</summary>
    public bool IsDone { get; set; }

    /// <summary>How many writes there were.</summary>
    public int Writes => _writes;

    public DatabaseEngine Engine => inner.Engine;

    public IDatabase Open(string connectionString) => Port<IDatabase>.Wrap(inner.Open(connectionString), this);

    // DispatchProxy derives from it.
    private class Port<T> : DispatchProxy where T : class
    {
        private T _inner = null!;
        private LosingStore _store = null!;

        public static T Wrap(T inner, LosingStore store)
        {
            var proxy = Create<T, Port<T>>();
            var port = (Port<T>)(object)proxy;
            (port._inner, port._store) = (inner, store);
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.ReturnType == typeof(IRecords))
                return Port<IRecords>.Wrap((IRecords)targetMethod.Invoke(_inner, args)!, _store);
            if (targetMethod.Name is not (nameof(IRecords.InsertAsync) or nameof(IRecords.UpdateAsync) or nameof(IRecords.DeleteAsync)))
                return targetMethod.Invoke(_inner, args);
            var write = Interlocked.Increment(ref _store._writes);
            if (_store.LostFrom == 0 || write < _store.LostFrom)
                return targetMethod.Invoke(_inner, args);
            if (write == _store.LostFrom && _store.IsDone)
                ((Task)targetMethod.Invoke(_inner, args)!).GetAwaiter().GetResult();
            throw new StoreUnavailableException("The store is lost.");
        }
    }
}
