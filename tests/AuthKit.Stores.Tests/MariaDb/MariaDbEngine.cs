using AuthKit.Stores.Tests.MySql;
using AuthKit.TestServers;

namespace AuthKit.Stores.Tests.MariaDb;

public sealed class MariaDbEngine() : MySqlEngine(SqlTestServer.MariaDb, null);

public sealed class OwnMariaDb() : MySqlEngine(SqlTestServer.MariaDb, new ScriptedServer("mariadb"));
