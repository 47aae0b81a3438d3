using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace AuthKit.Stores.Tests.Recording;

internal sealed class RecordingConnection(RecordingSource source, DbProviderFactory driver) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "";

    public override string DataSource => "";

    public override string ServerVersion => "";

    public override ConnectionState State => ConnectionState.Open;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open()
    {
    }

    public override void Close()
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new RecordingCommand(source, driver);

    protected override DbBatch CreateDbBatch() => new RecordingBatch(source, driver.CreateBatch());
}
