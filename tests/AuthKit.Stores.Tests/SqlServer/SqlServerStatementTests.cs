using System.Data;
using AuthKit.Relational;
using AuthKit.Relational.Schemas;
using AuthKit.SqlServer;
using AuthKit.Stores.Tests.Recording;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.SqlServer;

/// <summary>What is sent, read by SQL Server's own parser, where there is no server to send it to.</summary>
public sealed class SqlServerStatementTests
{
    private readonly RecordingSource _source = new(SqlClientFactory.Instance);
    private RelationalDatabase _database = null!;

    [OneTimeSetUp]
    public async Task CallEverythingAsync()
    {
        _database = new(_source, new SqlServerDialect());
        await PortCalls.MakeAsync(_database);
        _source.Fails = ("INSERT INTO authkit_users", SqlServerFailure.Of(2601));
        await PortCalls.MakeAsync(_database);
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _database.DisposeAsync();

    private IEnumerable<string> Statements => _source.Sent.Select(command => command.CommandText).Distinct();

    [Test]
    public void Every_statement_is_sql_server_s() => Assert.Multiple(() =>
    {
        Assert.That(Statements.Count(), Is.AtLeast(36));
        foreach (var statement in Statements)
            Assert.That(Errors(statement), Is.Empty, statement);
    });

    [Test]
    public void The_script_is_sql_server_s()
    {
        Assert.That(Errors(SchemaScript.Write(new SqlServerDialect())), Is.Empty);
        Assert.That(Errors(new SqlServerDialect().LockSchema), Is.Empty);
    }

    [Test]
    public void The_parser_would_have_said() => Assert.That(Errors("SELECT 1 FROM t LIMIT 1"), Is.Not.Empty);

    [Test]
    public void Every_parameter_is_used() => Assert.Multiple(() =>
    {
        foreach (var command in _source.Sent)
        {
            foreach (SqlParameter parameter in command.Parameters)
                Assert.That(Tokens(command.CommandText), Does.Contain(parameter.ParameterName));
        }
    });

    [Test]
    public void Parameters_have_one_type_size_and_scale_so_that_a_statement_has_one_plan()
    {
        var seen = _source.Sent.SelectMany(command => command.Parameters.Cast<SqlParameter>()).Select(parameter => (parameter.SqlDbType, parameter.Size, parameter.Scale)).Distinct();
        Assert.That(seen, Is.EquivalentTo(new[]
        {
            (SqlDbType.Binary, 16, 0), (SqlDbType.VarBinary, 8000, 0), (SqlDbType.NVarChar, 4000, 0), (SqlDbType.DateTime2, 0, 6),
            (SqlDbType.Int, 0, 0), (SqlDbType.BigInt, 0, 0), (SqlDbType.Bit, 0, 0),
        }));
    }

    private static List<string> Errors(string sql)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return [.. errors.Select(error => error.Message)];
    }

    private static IEnumerable<string> Tokens(string sql) =>
        new TSql150Parser(initialQuotedIdentifiers: true).GetTokenStream(new StringReader(sql), out _).Select(token => token.Text);
}
