using System.Diagnostics.CodeAnalysis;
using AuthKit.Databases.Brought;

namespace AuthKit.Databases;

/// <summary>The engines that a key identifier can name: those of the registered adapters, and the documented ones.</summary>
internal sealed class DatabaseEngines(IEnumerable<IStoreProvider> providers)
{
    private readonly IStoreProvider[] _providers = [.. providers];

    /// <summary>Every key identifier, for messages.</summary>
    public IEnumerable<string> KeyIdentifiers => Known.SelectMany(static engine => engine.KeyIdentifiers);

    private IEnumerable<DatabaseEngine> Known => _providers.Select(static provider => provider.Engine).Concat(DatabaseEngine.Documented).Distinct();

    /// <summary>The engine that a key identifier names.</summary>
    public bool TryFind(string? keyIdentifier, [NotNullWhen(true)] out DatabaseEngine? engine) =>
        (engine = Known.FirstOrDefault(known => known.IsNamed(keyIdentifier))) is not null;

    /// <summary>The engine with this <see cref="DatabaseEngine.Name"/>, or null.</summary>
    public DatabaseEngine? Named(string name) => Known.FirstOrDefault(known => known.Name == name);

    /// <summary>The adapter of an engine; null where none is registered.</summary>
    public IStoreProvider? ProviderOf(DatabaseEngine engine) => Array.Find(_providers, provider => provider.Engine.Equals(engine));

    /// <summary>The adapter that a key identifier names; null where none is registered.</summary>
    public IStoreProvider? ProviderOf(string keyIdentifier) => TryFind(keyIdentifier, out var engine) ? ProviderOf(engine) : null;

    /// <summary>How an engine takes connection strings that strangers wrote; null where it takes none.</summary>
    public IBroughtConnections? ConnectionsOf(DatabaseEngine engine) => ProviderOf(engine)?.BroughtConnections;
}
