using System.Data.Common;

namespace AuthKit.Relational;

/// <summary>Runs calls: each on a connection of its own.</summary>
internal sealed class SqlExecutor(DbDataSource readers, DbDataSource writers, SqlDialect dialect)
{
    private const int Attempts = 3;

    public Task<TResult> ReadAsync<TCall, TResult>(TCall call, Func<DbConnection, TCall, CancellationToken, Task<TResult>> run, CancellationToken cancellationToken) =>
        RunAsync(readers, call, run, cancellationToken);

    public Task<TResult> WriteAsync<TCall, TResult>(TCall call, Func<DbConnection, TCall, CancellationToken, Task<TResult>> run, CancellationToken cancellationToken) =>
        RunAsync(writers, call, run, cancellationToken);

    private async Task<TResult> RunAsync<TCall, TResult>(DbDataSource source, TCall call, Func<DbConnection, TCall, CancellationToken, Task<TResult>> run, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return await run(connection, call, cancellationToken);
            }
            catch (DbException e) when (attempt < Attempts && dialect.IsDeadlock(e))
            {
                // A retry is safe: a call is a transaction of its own, which the engine has rolled back for another's sake.
            }
            catch (Exception e) when (dialect.Translate(e, cancellationToken) is { } translated)
            {
                throw translated;
            }
        }
    }
}
