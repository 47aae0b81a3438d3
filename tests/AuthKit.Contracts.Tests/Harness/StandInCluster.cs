using AuthKit.Databases;
using AuthKit.MongoDb;
using AuthKit.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>
/// Answers to document 004's sample connection string, so that the sample can be replayed as printed. It keeps the
/// tenant's data in a SQLite file: what is tried here is the contract, not MongoDB.
/// </summary>
/// <param name="mongo">What opens any other connection string, where the host is on MongoDB.</param>
internal sealed class StandInCluster(IStoreProvider? mongo) : IStoreProvider, IDisposable
{
    public const string Connection = "mongodb+srv://USER:PASSWORD@cluster.example.net/?retryWrites=true&w=majority";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-cluster-");
    private readonly SqliteStoreProvider _inner = new();

    public DatabaseEngine Engine => DatabaseEngine.MongoDb;

    /// <summary>Adds it, and the tenant <c>cluster</c> on it.</summary>
    public static void Register(AuthKitBuilder builder)
    {
        IStoreProvider? mongo = null;
        // An engine has one store.
        if (builder.Services.FirstOrDefault(service => service.ImplementationType == typeof(MongoStoreProvider)) is { } registered)
        {
            builder.Services.Remove(registered);
            mongo = new MongoStoreProvider();
        }
        builder.Services.AddSingleton<IStoreProvider>(_ => new StandInCluster(mongo));
        builder.AddTenant("cluster", "MONGO", Connection);
    }

    public IDatabase Open(string connectionString) =>
        mongo is null || connectionString == Connection ? _inner.Open($"Data Source={Path.Combine(_folder.FullName, "cluster.db")}") : mongo.Open(connectionString);

    public void Dispose() => _folder.Delete(recursive: true);
}
