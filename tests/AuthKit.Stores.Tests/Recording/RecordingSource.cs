using System.Data.Common;

namespace AuthKit.Stores.Tests.Recording;

/// <summary>Connections to no server: what would be sent is noted, with the parameters as a driver's own.</summary>
internal sealed class RecordingSource(DbProviderFactory driver) : DbDataSource
{
    /// <summary>What was sent.</summary>
    public List<DbCommand> Sent { get; } = [];

    /// <summary>What commands that begin so are answered with.</summary>
    public (string Start, DbException Error)? Fails { get; set; }

    public override string ConnectionString => "";

    public DbDataReader Answer(DbCommand command)
    {
        Sent.Add(command);
        if (Fails is { } fails && command.CommandText.StartsWith(fails.Start, StringComparison.Ordinal))
            throw fails.Error;
        return new System.Data.DataTable().CreateDataReader();
    }

    protected override DbConnection CreateDbConnection() => new RecordingConnection(this, driver);
}
