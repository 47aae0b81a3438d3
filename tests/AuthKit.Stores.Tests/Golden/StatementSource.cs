using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace AuthKit.Stores.Tests.Golden;

/// <summary>Connections to no server: the texts of commands and batches are noted, and nothing is found or changed.</summary>
internal sealed class StatementSource(DbProviderFactory driver) : DbDataSource
{
    private readonly List<string> _sent = [];

    public override string ConnectionString => "";

    /// <summary>What was sent since it was asked before.</summary>
    public string[] TakeSent()
    {
        string[] sent = [.. _sent];
        _sent.Clear();
        return sent;
    }

    protected override DbConnection CreateDbConnection() => new Connection(this, driver);

    private DbDataReader Note(params IEnumerable<string> statements)
    {
        _sent.AddRange(statements);
        return new DataTable().CreateDataReader();
    }

    private sealed class Connection(StatementSource source, DbProviderFactory driver) : DbConnection
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

        protected override DbCommand CreateDbCommand() => new Command(source, driver.CreateCommand()!);

        protected override DbBatch CreateDbBatch() => new Batch(source, driver.CreateBatch());
    }

    /// <param name="source">Where the text is noted.</param>
    /// <param name="inner">Never sent: it lends its parameters.</param>
    private sealed class Command(StatementSource source, DbCommand inner) : DbCommand
    {
        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbTransaction? DbTransaction { get; set; }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            source.Note(CommandText);
            return 0;
        }

        public override object? ExecuteScalar() => throw new NotSupportedException();

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => source.Note(CommandText);
    }

    /// <param name="source">Where the texts are noted.</param>
    /// <param name="inner">Never sent: it lends its commands.</param>
    private sealed class Batch(StatementSource source, DbBatch inner) : DbBatch
    {
        public override int Timeout { get; set; }

        protected override DbBatchCommandCollection DbBatchCommands => inner.BatchCommands;

        protected override DbConnection? DbConnection { get; set; }

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override Task PrepareAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public override int ExecuteNonQuery() => throw new NotSupportedException();

        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public override object? ExecuteScalar() => throw new NotSupportedException();

        public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        protected override DbBatchCommand CreateDbBatchCommand() => inner.CreateBatchCommand();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => source.Note(BatchCommands.Select(static command => command.CommandText));

        protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
            Task.FromResult(ExecuteDbDataReader(behavior));
    }
}
