using System.Data.Common;

namespace AuthKit.Relational;

/// <summary>Runs calls: each on a connection of its own.</summary>
/// <param name="readers">The connections to read on.</param>
/// <param name="writers">The connections to write on.</param>
/// <param name="dialect">The engine.</param>
/// <param name="limit">The longest that a call may take, where the driver does not mind the time; infinite otherwise.</param>
internal sealed class SqlExecutor(DbDataSource readers, DbDataSource writers, SqlDialect dialect, TimeSpan limit)
{
    private const int Attempts = 3;

    private readonly Cancellation _cancellation = dialect.Cancellation;

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
                return _cancellation is Cancellation.OfStatement
                    ? await OnceAsync(source, call, run, cancellationToken, cancellationToken)
                    : await Abandonment.WaitAsideAsync(
                        end => OnceAsync(source, call, run, cancellationToken, _cancellation is Cancellation.Aside ? end : CancellationToken.None),
                        limit,
                        cancellationToken);
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

    /// <param name="source">The connections.</param>
    /// <param name="call">The call.</param>
    /// <param name="run">Runs it on a connection.</param>
    /// <param name="waiting">Gives up while there is no connection yet: that blocks nobody, and nothing is sent any more.</param>
    /// <param name="running">Gives up from then on.</param>
    private static async Task<TResult> OnceAsync<TCall, TResult>(DbDataSource source, TCall call, Func<DbConnection, TCall, CancellationToken, Task<TResult>> run, CancellationToken waiting, CancellationToken running)
    {
        await using var connection = await source.OpenConnectionAsync(waiting);
        return await run(connection, call, running);
    }
}
