using AuthKit.Stores.Tests.EntityFramework;
using AuthKit.Stores.Tests.InMemory;
using AuthKit.Stores.Tests.MariaDb;
using AuthKit.Stores.Tests.MongoDb;
using AuthKit.Stores.Tests.MySql;
using AuthKit.Stores.Tests.PostgreSql;
using AuthKit.Stores.Tests.Sqlite;
using AuthKit.Stores.Tests.SqlServer;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Conformance;

[TestFixture(typeof(InMemoryEngine))]
[TestFixture(typeof(SqliteEngine))]
[TestFixture(typeof(PostgreSqlEngine))]
[TestFixture(typeof(MariaDbEngine))]
[TestFixture(typeof(MySqlEngine))]
[TestFixture(typeof(SqlServerEngine))]
[TestFixture(typeof(MongoEngine))]
[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class RecordsConformance<TEngine> : RecordsKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(SqliteEngine))]
[TestFixture(typeof(PostgreSqlEngine))]
[TestFixture(typeof(MariaDbEngine))]
[TestFixture(typeof(MySqlEngine))]
[TestFixture(typeof(SqlServerEngine))]
[TestFixture(typeof(MongoEngine))]
public sealed class SchemaConformance<TEngine> : SchemaKit<TEngine> where TEngine : TestEngine, new();
