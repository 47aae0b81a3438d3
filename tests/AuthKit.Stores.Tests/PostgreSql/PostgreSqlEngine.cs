using System.Data.Common;
using AuthKit.PostgreSql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.Servers;
using Npgsql;

namespace AuthKit.Stores.Tests.PostgreSql;

public class PostgreSqlEngine(ScriptedServer? own) : ServerEngine("PGSQL", NpgsqlFactory.Instance, own)
{
    public PostgreSqlEngine() : this(null)
    {
    }

    public override IStoreProvider Provider { get; } = new PostgreSqlStoreProvider();

    public override SqlDialect Dialect { get; } = new PostgreSqlDialect();

    public override DbDataSource CreateSource(string connectionString) => PostgreSqlStoreProvider.CreateSource(connectionString);

    protected override string DatabaseOptions => "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'";

    protected override string Drop(string name) => $"DROP DATABASE {name} WITH (FORCE)";
}

public sealed class OwnPostgreSql() : PostgreSqlEngine(new ScriptedServer("postgresql"));
