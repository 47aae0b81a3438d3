using AuthKit.Records;
using AuthKit.Relational;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace AuthKit.EntityFrameworkCore.Records;

/// <summary>A statement as a command of EF Core's own, so that the host's interceptors, logging and execution strategy see it.</summary>
internal sealed class ContextCommand
{
    private readonly MappedTables _tables;
    private readonly IExecutionStrategy _strategy;
    private readonly IRelationalCommand _command;
    private readonly RelationalCommandParameterObject _call;

    /// <param name="context">What it is sent through.</param>
    /// <param name="table">The table.</param>
    /// <param name="statement">What is sent.</param>
    /// <param name="values">The parameters, in the order of their places.</param>
    public ContextCommand(DbContext context, Table table, Func<Statements, string> statement, IEnumerable<(Column Column, Value Value)> values)
    {
        _tables = MappedTables.Of(context);
        var builder = context.GetService<IRelationalCommandBuilderFactory>().Create().Append(statement(_tables.Statements));
        var parameters = new Dictionary<string, object?>();
        foreach (var (column, value) in values)
        {
            var name = _tables.Provider.Placeholder(parameters.Count);
            builder.AddParameter(name, name, _tables.MappingOf(table, column), column.Nullable);
            parameters.Add(name, ToObject(column.Type, value));
        }

        _command = builder.Build();
        _strategy = context.Database.CreateExecutionStrategy();
        var (connection, logger) = (context.GetService<IRelationalConnection>(), context.GetService<IRelationalCommandDiagnosticsLogger>());
        _call = new(connection, parameters, readerColumns: null, context, logger, CommandSource.ExecuteSqlRaw);
    }

    /// <returns>The number of rows changed.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken) =>
        _strategy.ExecuteAsync(cancellationToken => _command.ExecuteNonQueryAsync(_call, cancellationToken), cancellationToken);

    /// <returns>The number of rows changed, and those read.</returns>
    public Task<(int Changed, List<TRecord> Rows)> ReadAsync<TRecord>(Table<TRecord> table, CancellationToken cancellationToken) where TRecord : class => _strategy.ExecuteAsync(
        async cancellationToken =>
        {
            await using var reader = await _command.ExecuteReaderAsync(_call, cancellationToken);
            var row = new SqlRow(reader.DbDataReader, _tables.Provider);
            var rows = new List<TRecord>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(table.Read(row));
            // Drivers add up the counts of a command's statements and promise the sum only once the reader is closed.
            await reader.DbDataReader.CloseAsync();
            return (reader.DbDataReader.RecordsAffected, rows);
        },
        cancellationToken);

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
