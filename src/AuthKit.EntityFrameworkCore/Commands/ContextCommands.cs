using AuthKit.Records;
using AuthKit.Relational;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace AuthKit.EntityFrameworkCore.Commands;

/// <summary>Sends statements as commands of EF Core's own, so that the host's interceptors, logging and execution strategy see them.</summary>
internal static class ContextCommands
{
    /// <returns>The number of rows changed, and those read.</returns>
    public static Task<(int Changed, List<TRecord> Rows)> RunAsync<TRecord>(this DbContext context, Table<TRecord> table, Func<Statements, string> statement, IEnumerable<(Column Column, Value Value)> values, CancellationToken cancellationToken) where TRecord : class
    {
        var tables = MappedTables.Of(context);
        var builder = context.GetService<IRelationalCommandBuilderFactory>().Create().Append(statement(tables.Statements));
        var parameters = new Dictionary<string, object?>();
        foreach (var (column, value) in values)
        {
            var name = tables.Provider.Placeholder(parameters.Count);
            builder.AddParameter(name, name, tables.MappingOf(table, column), column.Nullable);
            parameters.Add(name, ToObject(column.Type, value));
        }

        var command = builder.Build();
        var (connection, logger) = (context.GetService<IRelationalConnection>(), context.GetService<IRelationalCommandDiagnosticsLogger>());
        var call = new RelationalCommandParameterObject(connection, parameters, readerColumns: null, context, logger, CommandSource.ExecuteSqlRaw);
        return context.Database.CreateExecutionStrategy().ExecuteAsync(async cancellationToken =>
        {
            await using var reader = await command.ExecuteReaderAsync(call, cancellationToken);
            var row = new SqlRow(reader.DbDataReader, tables.Provider);
            var rows = new List<TRecord>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(table.Read(row));
            // Drivers add up the counts of a command's statements and promise the sum only once the reader is closed.
            await reader.DbDataReader.CloseAsync();
            return (reader.DbDataReader.RecordsAffected, rows);
        }, cancellationToken);
    }

    private static object? ToObject(ColumnType type, in Value value) => value.IsNull ? null : type switch
    {
        ColumnType.Id => value.Id,
        ColumnType.Time => new DateTimeOffset(value.Time),
        ColumnType.Binary => value.Binary,
        ColumnType.Integer => (int)value.Number,
        ColumnType.BigInteger => value.Number,
        ColumnType.Boolean => value.Boolean,
        _ => value.Text,
    };
}
