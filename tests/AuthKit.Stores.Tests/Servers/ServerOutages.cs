using AuthKit.Stores.Tests.MariaDb;
using AuthKit.Stores.Tests.MySql;
using AuthKit.Stores.Tests.PostgreSql;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

[TestFixture]
public sealed class PostgreSqlOutages : OutageKit<OwnPostgreSql>;

[TestFixture]
public sealed class MySqlOutages : OutageKit<OwnMySql>;

[TestFixture]
public sealed class MariaDbOutages : OutageKit<OwnMariaDb>;
