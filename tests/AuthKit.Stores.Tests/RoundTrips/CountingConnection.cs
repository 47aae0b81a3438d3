using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace AuthKit.Stores.Tests.RoundTrips;

internal sealed class CountingConnection(DbConnection inner, RoundTripCounter counter) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get => inner.ConnectionString; set => inner.ConnectionString = value; }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Open() => inner.Open();

    public override Task OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public override void Close() => inner.Close();

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

    public override bool CanCreateBatch => inner.CanCreateBatch;

    protected override DbBatch CreateDbBatch()
    {
        counter.Add();
        return inner.CreateBatch();
    }

    protected override DbCommand CreateDbCommand() => new CountingCommand(inner.CreateCommand(), counter);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
