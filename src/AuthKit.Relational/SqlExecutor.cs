using System.Data;
using System.Data.Common;

namespace AuthKit.Relational;

/// <summary>Runs statements: each is one command on a connection of its own, and one round trip.</summary>
internal sealed class SqlExecutor(DbDataSource readers, DbDataSource writers, SqlDialect dialect)
{
    private const int Attempts = 3;

    public SqlDialect Dialect => dialect;

    /// <returns>The number of rows changed.</returns>
    public Task<int> ChangeAsync(string sql, SqlValue[] values, CancellationToken cancellationToken) =>
        RunAsync(writers, sql, values, static (command, cancellationToken) => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    /// <returns>The number of rows changed; null where the change would have made a duplicate of a unique key.</returns>
    public async Task<int?> TryChangeAsync(string sql, SqlValue[] values, CancellationToken cancellationToken)
    {
        try
        {
            return await ChangeAsync(sql, values, cancellationToken);
        }
        catch (DbException e) when (dialect.IsDuplicateKey(e))
        {
            return null;
        }
    }

    /// <returns>False where a row with a key of this one's is there already.</returns>
    public async Task<bool> TryInsertAsync(string sql, SqlValue[] values, CancellationToken cancellationToken) =>
        await TryChangeAsync(sql, values, cancellationToken) is not null;

    /// <returns>The first row, or the default where there is none.</returns>
    public Task<T?> FirstAsync<T>(string sql, SqlValue[] values, Func<SqlRow, T> read, CancellationToken cancellationToken) =>
        RunAsync(readers, sql, values, async (command, cancellationToken) =>
        {
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? read(new(reader, dialect)) : default;
        }, cancellationToken);

    public Task<List<T>> ListAsync<T>(string sql, SqlValue[] values, Func<SqlRow, T> read, CancellationToken cancellationToken) =>
        RunAsync(readers, sql, values, async (command, cancellationToken) =>
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(read(new(reader, dialect)));
            return rows;
        }, cancellationToken);

    /// <summary>What <see cref="SqlDialect.UpdateAndSelect"/> makes: an update and, in the same round trip, a look at the row that it was about.</summary>
    public Task<(int Changed, T? Row)> ChangeAndReadAsync<T>(string sql, SqlValue[] values, Func<SqlRow, T> read, CancellationToken cancellationToken) =>
        RunAsync(writers, sql, values, async (command, cancellationToken) =>
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var row = await reader.ReadAsync(cancellationToken) ? read(new(reader, dialect)) : default;
            // Drivers add up the counts of a command's statements and promise the sum only once the reader is closed.
            // A SELECT adds nothing to it, so that the sum is the update's own.
            await reader.CloseAsync();
            return (reader.RecordsAffected, row);
        }, cancellationToken);

    private async Task<T> RunAsync<T>(DbDataSource source, string sql, SqlValue[] values, Func<DbCommand, CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                foreach (var (name, type, value) in values)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = name;
                    dialect.Bind(parameter, type, value);
                    command.Parameters.Add(parameter);
                }

                return await run(command, cancellationToken);
            }
            catch (DbException e) when (attempt < Attempts && dialect.IsDeadlock(e))
            {
                // A command is a transaction of its own, which the engine has undone for another's sake.
            }
            catch (Exception e) when (dialect.Translate(e, cancellationToken) is { } translated)
            {
                throw translated;
            }
        }
    }
}
