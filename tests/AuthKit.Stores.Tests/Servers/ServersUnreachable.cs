using AuthKit.Conformance;
using AuthKit.Stores.Tests.MySql;
using AuthKit.Stores.Tests.PostgreSql;
using AuthKit.Stores.Tests.SqlServer;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

[TestFixture]
public sealed class PostgreSqlUnreachable : UnreachableKit<PostgreSqlEngine>
{
    protected override string ConnectionString(int port) => $"Host=127.0.0.1;Port={port};Username=a;Password=s3cret;Timeout=1";
}

[TestFixture]
public sealed class MySqlUnreachable : UnreachableKit<MySqlEngine>
{
    protected override string ConnectionString(int port) => $"Server=127.0.0.1;Port={port};User ID=a;Password=s3cret;Connection Timeout=1";
}

[TestFixture]
public sealed class SqlServerUnreachable : UnreachableKit<SqlServerEngine>
{
    protected override string ConnectionString(int port) => $"Server=127.0.0.1,{port};User ID=a;Password=s3cret;Connect Timeout=1";
}
