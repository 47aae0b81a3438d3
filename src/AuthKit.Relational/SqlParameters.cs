using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>Gives a call's values to a command, in the order in which <see cref="StatementWriter"/> numbers them.</summary>
internal static class SqlParameters
{
    public static DbCommand CreateCommand(this SqlDialect dialect, DbConnection connection, string sql)
    {
        if (connection is IKeepsStatements keeper)
            return keeper.CommandOf(sql);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public static void Bind<TRecord>(this SqlDialect dialect, DbCommand command, Table<TRecord> table, TRecord record) where TRecord : class
    {
        foreach (var column in table.Columns)
            dialect.Bind(command.Parameters, column.Index, column.Type, table.ValueOf(record, column));
    }

    /// <returns>The number of parameters.</returns>
    public static int Bind(this SqlDialect dialect, DbParameterCollection parameters, Change[] changes)
    {
        for (var i = 0; i < changes.Length; i++)
            dialect.Bind(parameters, i, changes[i].Column.Type, changes[i].Value);
        return changes.Length;
    }

    public static void Bind(this SqlDialect dialect, DbParameterCollection parameters, ReadOnlySpan<Condition> where, int first = 0)
    {
        foreach (ref readonly var condition in where)
        {
            if (condition.Comparison == Comparison.In)
            {
                foreach (var value in condition.Values!)
                    dialect.Bind(parameters, first++, condition.Column.Type, value);
            }
            else if (condition.Comparison != Comparison.Null)
            {
                dialect.Bind(parameters, first++, condition.Column.Type, condition.Value);
            }
        }
    }
}
