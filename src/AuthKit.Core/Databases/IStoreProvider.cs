using AuthKit.Databases.Brought;

namespace AuthKit.Databases;

/// <summary>A database engine: what a store adapter registers.</summary>
public interface IStoreProvider
{
    /// <summary>The engine it serves.</summary>
    DatabaseEngine Engine { get; }

    /// <summary>Opens a database; nothing is connected to before the first call that needs it.</summary>
    /// <exception cref="ArgumentException">The connection string is not one of the engine's. The message does not repeat it.</exception>
    IDatabase Open(string connectionString);

    /// <summary>How the engine takes connection strings that callers bring; null where it takes none.</summary>
    IBroughtConnections? BroughtConnections => null;
}
