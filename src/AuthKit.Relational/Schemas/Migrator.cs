using System.Data;
using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational.Schemas;

/// <summary>Brings a database's schemas up to date.</summary>
internal sealed class Migrator(DbDataSource source, SqlDialect dialect, TimeSpan? limit = null)
{
    public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => RunAsync(async connection =>
    {
        // Asked before any lock is taken, so that a node that starts on finished schemas needs neither lock nor the right to define tables.
        if (await FindBehindAsync(connection, schemas, cancellationToken) is not null)
            await UpdateAsync(connection, schemas, cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>What the database lacks of the schemas, in a sentence; null where it has them.</summary>
    public Task<string?> FindLackAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => RunAsync(
        async connection => await FindBehindAsync(connection, schemas, cancellationToken) is var (schema, version)
            ? $"The schema '{schema.Name}' is at version {version}, this release needs {schema.Version}: let AuthKit migrate, or run the script that docs/stores.md speaks of."
            : null,
        cancellationToken);

    private async Task<TResult> RunAsync<TResult>(Func<DbConnection, Task<TResult>> run, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await run(connection);
        }
        catch (Exception e) when (dialect.Translate(e, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>The first schema whose version the database has not reached, and which it has; null where there is none.</summary>
    private async Task<(Schema Schema, int Version)?> FindBehindAsync(DbConnection connection, IReadOnlyList<Schema> schemas, CancellationToken cancellationToken)
    {
        foreach (var schema in schemas)
        {
            var version = 0;
            try
            {
                version = await VersionAsync(connection, transaction: null, schema, cancellationToken);
            }
            catch (DbException e) when (dialect.Translate(e, cancellationToken) is null)
            {
                // The table of versions is not there yet. Anything else that is wrong shows itself again in the update.
            }

            if (version < schema.Version)
                return (schema, version);
        }

        return null;
    }

    private async Task UpdateAsync(DbConnection connection, IReadOnlyList<Schema> schemas, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await LockAsync(connection, transaction, cancellationToken);
            foreach (var statement in SchemaSteps.First(dialect))
                await SendAsync(connection, transaction, statement, cancellationToken);
            foreach (var schema in schemas)
            {
                // Asked again: whoever held the lock before may have done the work.
                var version = await VersionAsync(connection, transaction, schema, cancellationToken);
                while (version < schema.Version)
                {
                    foreach (var statement in SchemaSteps.Write(schema, ++version, dialect))
                        await SendAsync(connection, transaction, statement, cancellationToken);
                }
            }

            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            // Rolls back what was not committed. A lock that outlives the transaction is given back only then; none outlives the connection.
            await transaction.DisposeAsync();
            if (dialect.UnlockSchema is { } leave && connection.State == ConnectionState.Open)
                await SendAsync(connection, transaction: null, leave, CancellationToken.None);
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

    private async Task<int> VersionAsync(DbConnection connection, DbTransaction? transaction, Schema schema, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, SchemaSteps.Version(schema));
        return await command.ExecuteScalarAsync(cancellationToken) is var version and not DBNull ? Convert.ToInt32(version, null) : 0;
    }

    private async Task SendAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, sql);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException e) when (dialect.IsTaken(e))
        {
            // By an update that broke off: a statement adds or drops one thing.
        }
    }

    private DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = dialect.Session + sql;
        if (limit is { } time)
            command.CommandTimeout = (int)Math.Ceiling(time.TotalSeconds);
        return command;
    }
}
