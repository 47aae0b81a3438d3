using AuthKit.Hosting;
using AuthKit.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>Tables of a feature, of which this adapter has never heard.</summary>
[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class FeatureTests<TEngine> : ContextTests<TEngine> where TEngine : TestEngine, IContextEngine, new()
{
    [Test]
    public async Task Are_in_the_model_and_kept_by_the_same_verbs()
    {
        var (host, database) = await StartAsync<MemoContext>();
        await database.MigrateAsync([AuthKitSchema.Current, MemoTable.Schema], default);
        var memo = new Memo(Guid.CreateVersion7(), "Read me", DateTimeOffset.UnixEpoch);
        Assert.That(await database.Records.InsertAsync(MemoTable.Rows, memo, default), Is.Null);
        Assert.That(await database.Records.InsertAsync(MemoTable.Rows, memo with { Id = Guid.CreateVersion7() }, default), Is.SameAs(MemoTable.ByText));
        Assert.That(await database.Records.InsertAsync(MemoTable.Rows, memo with { Text = "Other" }, default), Is.SameAs(MemoTable.Rows.Key));
        Assert.That(await database.Records.ListAsync(MemoTable.Rows, [MemoTable.Id.In(memo.Id, Guid.Empty)], MemoTable.Id, limit: 5, default), Is.EqualTo([memo]));
        await using var scope = host.CreateAsyncScope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<MemoContext>().Set<Memo>().SingleAsync(), Is.EqualTo(memo));
        Assert.That(await database.Records.DeleteAsync(MemoTable.Rows, [MemoTable.Id.Is(memo.Id)], limit: 0, default), Is.EqualTo(1));
    }

    [Test]
    public async Task That_the_model_lacks_are_told_of()
    {
        var (_, database) = await StartAsync<ShopContext>();
        Assert.That(
            () => database.MigrateAsync([AuthKitSchema.Current, MemoTable.Schema], default),
            Throws.InvalidOperationException.With.Message.Contains("ShopContext has no table memos").And.Message.Contains("'memos_feature'"));
    }

    [Test]
    public async Task That_the_database_lacks_are_told_of()
    {
        var (host, database) = await StartAsync<MemoContext>();
        await RunAsync<MemoContext>(host, "DELETE FROM authkit_feature_schema");
        Assert.That(
            () => database.MigrateAsync([AuthKitSchema.Current, MemoTable.Schema], default),
            Throws.InvalidOperationException.With.Message.Contains("at version 0 of the schema 'memos_feature'"));
    }

    internal sealed record Memo(Guid Id, string Text, DateTimeOffset WrittenAt)
    {
        public int Length => Text.Length;
    }

    private static class MemoTable
    {
        public static readonly Table<Memo> Rows = new("memos");
        public static readonly Column<Guid> Id = Rows.Id("id", static memo => memo.Id);
        public static readonly Column<string> Text = Rows.ExactText("body", 100, static memo => memo.Text).MapsTo(nameof(Memo.Text));
        public static readonly Column<int> Words = Rows.Integer("words", static memo => memo.Text.Split(' ').Length);
        public static readonly Column<DateTimeOffset> WrittenAt = Rows.Time("written_at", static memo => memo.WrittenAt);
        public static readonly TableIndex ByText = Rows.UniqueBy(Text);

        static MemoTable()
        {
            Rows.KeyedBy(Id);
            Rows.ReadBy(static row => new(row.Get(Id), row.Get(Text), row.Get(WrittenAt)));
        }

        public static Schema Schema { get; } = new("memos_feature", 1, [Rows]);
    }

    internal sealed class MemoContext(DbContextOptions<MemoContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseAuthKit(Database, MemoTable.Schema);
    }
}
