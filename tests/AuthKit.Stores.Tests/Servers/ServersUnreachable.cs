using AuthKit.Databases;
using AuthKit.MySql;
using AuthKit.PostgreSql;
using AuthKit.SqlServer;
using AuthKit.Stores.Tests.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

[TestFixture]
public sealed class PostgreSqlUnreachable : UnreachableKit<SqliteEngine>
{
    protected override IStoreProvider Provider { get; } = new PostgreSqlStoreProvider();

    protected override string ConnectionString(int port) => $"Host=127.0.0.1;Port={port};Username=a;Password={Secret};Timeout=1";
}

[TestFixture]
public sealed class MySqlUnreachable : UnreachableKit<SqliteEngine>
{
    protected override IStoreProvider Provider { get; } = new MySqlStoreProvider();

    protected override string ConnectionString(int port) => $"Server=127.0.0.1;Port={port};User ID=a;Password={Secret};Connection Timeout=1";
}

[TestFixture]
public sealed class SqlServerUnreachable : UnreachableKit<SqliteEngine>
{
    protected override IStoreProvider Provider { get; } = new SqlServerStoreProvider();

    protected override string ConnectionString(int port) => $"Server=127.0.0.1,{port};User ID=a;Password={Secret};Connect Timeout=1";
}
