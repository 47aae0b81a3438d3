using AuthKit.Stores.Tests.Sqlite;
using AuthKit.Users;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Examples;

public sealed class TestCustomers : ITestUsers
{
    private readonly SqliteFolder _folder = new();

    public async Task<IUserStore> OpenUsersAsync()
    {
        var connectionString = $"Data Source={_folder.NewPath()}";
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = CustomerUsers.Schema;
        await command.ExecuteNonQueryAsync();
        return new CustomerUsers(connectionString);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return default;
    }
}

[TestFixture]
public sealed class CustomerUsersConformance : UserStoreKit<TestCustomers>
{
    protected override bool KeepsDecisions => false;
}
