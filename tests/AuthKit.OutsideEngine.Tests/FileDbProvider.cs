using System.Data.Common;
using AuthKit.Databases;
using AuthKit.Relational;
using Microsoft.Data.Sqlite;

namespace AuthKit.OutsideEngine.Tests;

/// <summary>Opens databases of an engine from outside, which names its own key identifier.</summary>
public sealed class FileDbProvider : IStoreProvider
{
    static FileDbProvider() => SQLitePCL.Batteries_V2.Init();

    public DatabaseEngine Engine { get; } = new("FileDb", "FILEDB");

    public IDatabase Open(string connectionString)
    {
        DbProviderFactory driver = SqliteFactory.Instance;
        return new RelationalDatabase(driver.CreateDataSource(connectionString), new FileDbDialect());
    }
}
