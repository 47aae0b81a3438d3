using AuthKit.Stores.Tests.MySql;
using AuthKit.Stores.Tests.Servers;

namespace AuthKit.Stores.Tests.MariaDb;

public sealed class MariaDbEngine() : MySqlEngine("MARIADB", null);

public sealed class OwnMariaDb() : MySqlEngine("MARIADB", new ScriptedServer("mariadb"));
