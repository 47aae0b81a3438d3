using System.Data.Common;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>What a host hangs on its context, AuthKit's calls go through as the host's own do.</summary>
public sealed class InterceptorTests : ContextTests<SqliteContextEngine>
{
    private static readonly User User = new() { Id = Guid.CreateVersion7(), Email = "ann@example.com", CreatedAt = DateTimeOffset.UnixEpoch };

    [Test]
    public async Task An_interceptor_sees_every_statement()
    {
        var seen = new Seeing();
        var (_, database) = await StartAsync<ShopContext>(options => options.AddInterceptors(seen));
        seen.Statements.Clear();
        await database.Users.CreateAsync(User, default);
        await database.Users.RecordFailedSignInAsync(User.Id, DateTimeOffset.UnixEpoch, default);
        await database.Users.FindByEmailAsync("ann@example.com", default);
        await database.Consents.RemoveAsync(User.Id, "app", default);
        Assert.That(seen.Statements.Select(sql => sql.Split(' ')[0]), Is.EqualTo(["INSERT", "UPDATE", "SELECT", "DELETE"]));
    }

    [Test]
    public async Task The_log_has_every_statement_and_no_value()
    {
        var log = new List<string>();
        var (_, database) = await StartAsync<ShopContext>(options => options.LogTo(log.Add, [RelationalEventId.CommandExecuted]));
        log.Clear();
        await database.Users.CreateAsync(User, default);
        Assert.That(log, Has.Count.EqualTo(1));
        Assert.That(log[0], Does.Contain("INSERT INTO \"authkit_users\"").And.Not.Contain("ann@example.com"));
    }

    [Test]
    public async Task An_execution_strategy_tries_again()
    {
        var seen = new Seeing();
        var host = Host<ShopContext>(await Engine.CreateDatabaseAsync(), options => options.AddInterceptors(seen));
        var retrying = Host<ShopContext>(await Engine.CreateDatabaseAsync(), options => options.AddInterceptors(seen).ReplaceService<IExecutionStrategyFactory, RetryingFactory>());
        seen.Fails = 2;
        Assert.That(() => host.OpenDatabase<ShopContext>().Users.CreateAsync(User, default), Throws.InstanceOf<Records.StoreUnavailableException>());
        seen.Fails = 2;
        Assert.That(await retrying.OpenDatabase<ShopContext>().Users.CreateAsync(User, default), Is.EqualTo(UserWrite.Done));
        Assert.That(seen.Fails, Is.Zero);
    }

    private sealed class Seeing : DbCommandInterceptor
    {
        public List<string> Statements { get; } = [];

        public int Fails { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return new(result);
        }

        private void Note(DbCommand command)
        {
            Statements.Add(command.CommandText);
            if (Fails > 0)
            {
                Fails--;
                throw new TimeoutException("Not yet.");
            }
        }
    }

    private sealed class RetryingFactory(ExecutionStrategyDependencies dependencies) : IExecutionStrategyFactory
    {
        public IExecutionStrategy Create() => new Retrying(dependencies);
    }

    private sealed class Retrying(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 3, maxRetryDelay: TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;
    }
}
