using System.Data;
using System.Data.Common;

namespace AuthKit.Stores.Tests.Recording;

/// <summary>Connections to no server: what would be sent is noted, with the parameters as a driver's own.</summary>
internal sealed class RecordingSource(DbProviderFactory driver) : DbDataSource
{
    private readonly List<string> _texts = [];

    /// <summary>The commands that were sent.</summary>
    public List<DbCommand> Sent { get; } = [];

    /// <summary>How many rows a command changes.</summary>
    public int Changed { get; init; } = 1;

    /// <summary>What commands that begin so are answered with.</summary>
    public (string Start, DbException Error)? Fails { get; set; }

    public override string ConnectionString => "";

    /// <summary>The statements of commands and batches that were sent since it was asked before.</summary>
    public string[] TakeTexts()
    {
        string[] texts = [.. _texts];
        _texts.Clear();
        return texts;
    }

    public DbDataReader Answer(DbBatch batch)
    {
        _texts.AddRange(batch.BatchCommands.Select(static command => command.CommandText));
        return new DataTable().CreateDataReader();
    }

    public DbDataReader Answer(DbCommand command)
    {
        Sent.Add(command);
        _texts.Add(command.CommandText);
        if (Fails is { } fails && command.CommandText.StartsWith(fails.Start, StringComparison.Ordinal))
            throw fails.Error;
        return new DataTable().CreateDataReader();
    }

    protected override DbConnection CreateDbConnection() => new RecordingConnection(this, driver);
}
