using System.Reflection;
using AuthKit.Databases;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>A store that works until it is broken; then every call on every port throws.</summary>
internal sealed class BreakableStore(IStoreProvider inner) : IStoreProvider
{
    /// <summary>What is thrown; null while it works.</summary>
    public Exception? Break { get; set; }

    /// <summary>Hears of every call before it is made.</summary>
    public Action<MethodInfo> OnCall { get; set; } = _ => { };

    public DatabaseEngine Engine => inner.Engine;

    public IDatabase Open(string connectionString) => Port<IDatabase>.Wrap(inner.Open(connectionString), this);

    // DispatchProxy derives from it.
    private class Port<T> : DispatchProxy where T : class
    {
        private T _inner = null!;
        private BreakableStore _store = null!;

        public static T Wrap(T inner, BreakableStore store)
        {
            var proxy = Create<T, Port<T>>();
            var port = (Port<T>)(object)proxy;
            (port._inner, port._store) = (inner, store);
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.ReturnType is { IsInterface: true } port && !port.IsGenericType)
                return typeof(Port<>).MakeGenericType(port).GetMethod(nameof(Wrap))!.Invoke(null, [targetMethod.Invoke(_inner, args), _store]);
            _store.OnCall(targetMethod);
            if (_store.Break is { } exception && targetMethod.Name != nameof(IAsyncDisposable.DisposeAsync))
                throw exception;
            return targetMethod.Invoke(_inner, args);
        }
    }
}
