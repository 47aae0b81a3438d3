using AuthKit.PostgreSql;
using AuthKit.Stores.Tests.Servers;
using Npgsql;

namespace AuthKit.Stores.Tests.PostgreSql;

public sealed class PostgreSqlEngine() : ServerEngine("PGSQL", NpgsqlFactory.Instance)
{
    public override IStoreProvider Provider { get; } = new PostgreSqlStoreProvider();

    protected override string DatabaseOptions => "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'";

    protected override string Drop(string name) => $"DROP DATABASE {name} WITH (FORCE)";
}
