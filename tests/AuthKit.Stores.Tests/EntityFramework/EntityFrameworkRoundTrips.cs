using System.Data.Common;
using AuthKit.Sessions;
using AuthKit.Stores.Tests.RoundTrips;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>What each call costs through EF Core: the number of commands sent.</summary>
public sealed class EntityFrameworkRoundTrips : ContextTests<PostgreSqlContextEngine>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Test]
    public async Task All_cost_one_but_a_duplicate()
    {
        var counter = new RoundTripCounter();
        var (_, database) = await StartAsync<ShopContext>(options => options.AddInterceptors(new Counting(counter)));
        var user = new User { Id = Guid.CreateVersion7(), Email = "ann@example.com", UserName = "ann", CreatedAt = Now };
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            ClientId = "app",
            Scope = "",
            Handle = new byte[16],
            SecretHash = new byte[32],
            CreatedAt = Now,
            LastUsedAt = Now,
            ExpiresAt = Now.AddDays(1),
            AbsoluteExpiresAt = Now.AddDays(2),
        };
        var rotation = new SessionRotation(session.Handle, "app", new byte[32], [.. Enumerable.Repeat((byte)1, 32)], new byte[16], Now, Now.AddDays(1));

        await CostsAsync(1, () => database.MigrateAsync(default));
        await CostsAsync(1, () => database.Users.CreateAsync(user, default));
        await CostsAsync(2, () => database.Users.CreateAsync(user with { Id = Guid.CreateVersion7() }, default));
        await CostsAsync(1, () => database.Users.FindByEmailAsync(user.Email, default));
        await CostsAsync(1, () => database.Users.UpdateAsync(user, default));
        await CostsAsync(1, () => database.Users.RecordFailedSignInAsync(user.Id, Now, default));
        await CostsAsync(1, () => database.Sessions.CreateAsync(session, default));
        await CostsAsync(1, () => database.Sessions.FindAsync(session.Id, default));
        await CostsAsync(1, () => database.Sessions.RotateAsync(rotation, default));
        await CostsAsync(1, () => database.Sessions.RebindAsync(session.Id, user.Id, 1, default));
        await CostsAsync(2, () => database.Sessions.RevokeAllAsync(user.Id, null, Now, default));
        await CostsAsync(1, () => database.Grants.ConsumeAsync(session.Handle, new byte[32], Now, default));
        await CostsAsync(1, () => database.Clients.FindAsync("app", default));
        await CostsAsync(1, () => database.Consents.AddAsync(user.Id, "app", ["openid"], Now, default));
        await CostsAsync(1, () => database.Consents.FindAsync(user.Id, "app", default));

        async Task CostsAsync(int commands, Func<Task> call) => Assert.That(await counter.DuringAsync(call), Is.EqualTo(commands));
    }

    private sealed class Counting(RoundTripCounter counter) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            counter.Add();
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            counter.Add();
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
