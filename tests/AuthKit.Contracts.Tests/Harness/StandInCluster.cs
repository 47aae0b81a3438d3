using AuthKit.Sqlite;
using AuthKit.Stores;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>
/// Answers to document 004's sample connection string, so that the sample can be replayed as printed. It keeps the
/// tenant's data in a SQLite file: what is tried here is the contract, not MongoDB.
/// </summary>
internal sealed class StandInCluster : IStoreProvider, IDisposable
{
    public const string Connection = "mongodb+srv://USER:PASSWORD@cluster.example.net/?retryWrites=true&w=majority";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-cluster-");
    private readonly SqliteStoreProvider _inner = new();

    public DatabaseEngine Engine => DatabaseEngine.MongoDb;

    public IDatabase Open(string connectionString) => _inner.Open($"Data Source={Path.Combine(_folder.FullName, "cluster.db")}");

    public void Dispose() => _folder.Delete(recursive: true);
}
