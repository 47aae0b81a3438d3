using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace AuthKit.Stores.Tests.Recording;

internal sealed class RecordingCommand(RecordingSource source, DbProviderFactory driver) : DbCommand
{
    // Never sent: it lends its parameters.
    private readonly DbCommand _inner = driver.CreateCommand()!;

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbTransaction? DbTransaction { get; set; }

    protected override DbParameterCollection DbParameterCollection => _inner.Parameters;

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        source.Answer(this);
        return source.Changed;
    }

    public override object? ExecuteScalar()
    {
        source.Answer(this);
        return null;
    }

    protected override DbParameter CreateDbParameter() => _inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => source.Answer(this);
}
