using AuthKit.Stores.Tests.MySql;

namespace AuthKit.Stores.Tests.MariaDb;

public sealed class MariaDbEngine() : MySqlEngine("MARIADB");
