using System.Data.Common;
using AuthKit.Relational;
using AuthKit.Sqlite;
using AuthKit.Stores.Tests.Upgrades;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Sqlite;

[TestFixture]
public sealed class SqliteUpgrades : UpgradeTests
{
    private readonly SqliteFolder _folder = new();

    protected override SqlDialect Dialect { get; } = new SqliteDialect();

    protected override Task<DbDataSource> CreateSourceAsync() =>
        Task.FromResult<DbDataSource>(new SqliteDataSource($"Data Source={_folder.NewPath()}"));

    [OneTimeTearDown]
    public void DeleteFiles() => _folder.Dispose();
}
