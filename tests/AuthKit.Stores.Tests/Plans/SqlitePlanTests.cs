using AuthKit.Relational.Schemas;
using AuthKit.Sqlite;
using AuthKit.Stores.Tests.Golden;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Plans;

/// <summary>SQLite finds pages of accounts and sessions by an index, in its order: it reads no more than it gives.</summary>
public sealed class SqlitePlanTests
{
    private static readonly SqlEngine Engine = SqlEngine.All.Single(static engine => engine.Name == "Sqlite");

    [TestCaseSource(typeof(AccountQueries), nameof(AccountQueries.All))]
    public async Task A_page_is_found_by_an_index(AccountQueries query)
    {
        var statements = await query.StatementsAsync(Engine);

        Assert.That(statements, Is.Not.Empty);
        foreach (var statement in statements.Where(static statement => !statement.Contains("1 = 0", StringComparison.Ordinal)))
        {
            var plan = PlanOf(statement).Where(line => !AccountQueries.IsOfOneTime(statement) || line != "USE TEMP B-TREE FOR ORDER BY").ToArray();
            Assert.That(plan, Is.Not.Empty.And.All.Match("USING (INDEX|PRIMARY KEY|COVERING INDEX)"), statement);
        }
    }

    private static string[] PlanOf(string statement)
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"{SchemaScript.Write(new SqliteDialect())} EXPLAIN QUERY PLAN {statement}";
        for (var i = 0; i < 8; i++)
            command.Parameters.AddWithValue($"@p{i}", 1);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return [.. lines];
    }
}
