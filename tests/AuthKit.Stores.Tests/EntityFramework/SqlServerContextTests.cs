using System.Data;
using System.Data.Common;
using AuthKit.Records;
using AuthKit.Stores.Tests.Recording;
using AuthKit.Stores.Tests.SqlServer;
using AuthKit.Users;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>What is sent to SQL Server through a context, read by its own parser: an interceptor answers in the server's place.</summary>
public sealed class SqlServerContextTests
{
    private readonly Server _server = new();

    [OneTimeSetUp]
    public async Task CallEverythingAsync()
    {
        await using var host = Host();
        await PortCalls.MakeAsync(host.OpenDatabase<ShopContext>());
    }

    [Test]
    public void Every_statement_is_sql_server_s() => Assert.Multiple(() =>
    {
        Assert.That(_server.Sent.Select(sent => sent.Sql).Distinct().Count(), Is.AtLeast(30));
        foreach (var (sql, parameters) in _server.Sent)
        {
            var tokens = new TSql150Parser(initialQuotedIdentifiers: true).GetTokenStream(new StringReader(sql), out _).Select(token => token.Text).ToHashSet();
            new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
            Assert.That(errors, Is.Empty, sql);
            Assert.That(parameters.Select(parameter => parameter.ParameterName).Where(name => !tokens.Contains(name)), Is.Empty, sql);
        }
    });

    [Test]
    public async Task Errors_are_told_apart_without_the_driver()
    {
        var user = new User { Id = Guid.CreateVersion7(), Email = "ann@example.com", CreatedAt = DateTimeOffset.UnixEpoch, CredentialVersion = 0 };
        await using var host = Host();
        var users = host.OpenDatabase<ShopContext>().Users;
        foreach (var unavailable in new[] { SqlServerFailure.Of(18456), SqlServerFailure.Of(1), SqlServerFailure.Of(1, severity: 20) })
        {
            _server.Fails = unavailable;
            Assert.That(() => users.CreateAsync(user, default), unavailable is { Number: 1, Class: 16 } ? Throws.InstanceOf<SqlException>() : Throws.InstanceOf<StoreUnavailableException>());
        }
    }

    [Test]
    public void Values_are_of_their_columns_types()
    {
        var seen = _server.Sent.SelectMany(sent => sent.Parameters).Select(parameter => parameter.SqlDbType).Distinct();
        Assert.That(seen, Is.EquivalentTo(new[]
        {
            SqlDbType.VarBinary, SqlDbType.NVarChar, SqlDbType.DateTime2, SqlDbType.Int, SqlDbType.BigInt, SqlDbType.Bit,
        }));
    }

    private ServiceProvider Host() => new ServiceCollection()
        .AddDbContext<ShopContext>(options => options.UseSqlServer("Server=nowhere.invalid").AddInterceptors(_server))
        .BuildServiceProvider();

    private sealed class Server : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public List<(string Sql, List<SqlParameter> Parameters)> Sent { get; } = [];

        /// <summary>What the next statement fails by.</summary>
        public SqlException? Fails { get; set; }

        ValueTask<InterceptionResult> IDbConnectionInterceptor.ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) =>
            new(InterceptionResult.Suppress());

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return new(InterceptionResult<int>.SuppressWithResult(0));
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return new(InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader()));
        }

        private void Note(DbCommand command)
        {
            Sent.Add((command.CommandText, [.. command.Parameters.Cast<SqlParameter>()]));
            if (Fails is { } failure)
            {
                Fails = null;
                throw failure;
            }
        }
    }
}
