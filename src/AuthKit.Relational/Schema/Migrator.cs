using System.Data;
using System.Data.Common;
using AuthKit.Stores;

namespace AuthKit.Relational.Schema;

/// <summary>Brings a database's schema up to date.</summary>
internal sealed class Migrator(DbDataSource source, SqlDialect dialect, IReadOnlyList<Migration> steps)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            if (!await IsUpToDateAsync(connection, cancellationToken))
                await UpdateAsync(connection, cancellationToken);
        }
        catch (Exception e) when (dialect.Translate(e, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Asked before any lock is taken, so that a node that starts on a finished schema needs neither lock nor the right to define tables.</summary>
    private async Task<bool> IsUpToDateAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await VersionAsync(connection, transaction: null, cancellationToken) >= steps[^1].Version;
        }
        catch (DbException e) when (dialect.Translate(e, cancellationToken) is null)
        {
            // The table of versions is not there yet. Anything else that is wrong shows itself again in the update.
            return false;
        }
    }

    private async Task UpdateAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await LockAsync(connection, transaction, cancellationToken);
            foreach (var statement in Migration.Steps.Create(dialect))
                await RunAsync(connection, transaction, statement, cancellationToken);
            // Asked again: whoever held the lock before may have done the work.
            var version = await VersionAsync(connection, transaction, cancellationToken);
            foreach (var statement in steps.Where(migration => migration.Version > version).SelectMany(migration => migration.Script(dialect)))
                await RunAsync(connection, transaction, statement, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            // Rolls back what was not committed. A lock that outlives the transaction is given back only then; none outlives the connection.
            await transaction.DisposeAsync();
            if (dialect.UnlockSchema is { } leave && connection.State == ConnectionState.Open)
                await RunAsync(connection, transaction: null, leave, CancellationToken.None);
        }
    }

    private async Task LockAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (dialect.LockSchema is not { } sql)
            return;
        await using var command = Command(connection, transaction, sql);
        if (await command.ExecuteScalarAsync(cancellationToken) is 0 or 0L)
            throw new StoreUnavailableException("Another node is still updating the schema.");
    }

    private static async Task<int> VersionAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, $"SELECT MAX(version) FROM {Migration.Steps.Name}");
        return await command.ExecuteScalarAsync(cancellationToken) is var version and not DBNull ? Convert.ToInt32(version, null) : 0;
    }

    private async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, sql);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException e) when (dialect.IsDuplicateColumn(e))
        {
            // Left behind by an update that broke off, and a statement adds one column.
        }
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }
}
