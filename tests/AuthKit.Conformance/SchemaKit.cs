using AuthKit.Databases;
using AuthKit.Hosting;
using AuthKit.Records;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>
/// What <see cref="IDatabase.MigrateAsync"/> promises of a feature's schema beside AuthKit's own: for engines whose adapter
/// makes the tables, rather than the host or nobody.
/// </summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class SchemaKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private static readonly GrowingTable One = new(1);
    private static readonly GrowingTable Two = new(2);

    private static Task MigrateAsync(IDatabase database, GrowingTable feature) => database.MigrateAsync([AuthKitSchema.Current, feature.Schema], default);

    private static Task<TableIndex?> AddAsync(IDatabase database, GrowingTable feature, Growing row) => database.Records.InsertAsync(feature.Rows, row, default);

    private static Task<Growing?> FindAsync(IDatabase database, GrowingTable feature, Growing row) => database.Records.FindAsync(feature.Rows, [feature.Id.Is(row.Id)], default);

    private static Growing New(string? colour = null) => new(Guid.CreateVersion7(), Sample.Unique(), 1, colour);

    [Test]
    public async Task A_feature_comes_to_a_database_that_is_up_to_date()
    {
        var database = await Engine.OpenAsync();
        var user = Sample.User();
        await database.Users.CreateAsync(user, default);
        await MigrateAsync(database, One);
        var row = New();
        Assert.That(await AddAsync(database, One, row), Is.Null);
        Assert.That(await FindAsync(database, One, row), Is.EqualTo(row));
        Assert.That(await database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task A_feature_comes_to_an_empty_database_at_its_last_version()
    {
        var database = Engine.Open(await Engine.CreateDatabaseAsync());
        await MigrateAsync(database, Two);
        var row = New("blue");
        Assert.That(await AddAsync(database, Two, row), Is.Null);
        Assert.That(await AddAsync(database, Two, row with { Id = Guid.CreateVersion7() }), Is.SameAs(Two.ByName));
        Assert.That(await FindAsync(database, Two, row), Is.EqualTo(row));
    }

    [Test]
    public async Task A_feature_grows_and_its_rows_stay()
    {
        var database = await Engine.OpenAsync();
        await MigrateAsync(database, One);
        var before = New();
        await AddAsync(database, One, before);
        await MigrateAsync(database, Two);
        Assert.That(await FindAsync(database, Two, before), Is.EqualTo(before));

        var after = New("red");
        Assert.That(await AddAsync(database, Two, after), Is.Null);
        Assert.That((await database.Records.ListAsync(Two.Rows, [Two.Colour!.Is("red")], orderBy: null, limit: 0, default)).Single(), Is.EqualTo(after));
        Assert.That((await database.Records.UpdateAsync(Two.Rows, [Two.Id.Is(before.Id)], [Two.Colour.To("blue")], Two.Id, default)).Row, Is.EqualTo(before with { Colour = "blue" }));
    }

    [Test]
    public async Task A_node_of_the_version_before_works_on_a_grown_feature()
    {
        var connectionString = await Engine.CreateDatabaseAsync();
        var (older, newer) = (Engine.Open(connectionString), Engine.Open(connectionString));
        await MigrateAsync(older, One);
        await MigrateAsync(newer, Two);
        await MigrateAsync(older, One);
        var row = New();
        Assert.That(await AddAsync(older, One, row), Is.Null);
        Assert.That(await FindAsync(newer, Two, row), Is.EqualTo(row));
        var coloured = New("red");
        await AddAsync(newer, Two, coloured);
        Assert.That(await FindAsync(older, One, coloured), Is.EqualTo(coloured with { Colour = null }));
    }

    [Test]
    public async Task Ten_nodes_may_bring_a_feature_and_raise_it_at_once()
    {
        var connectionString = await Engine.CreateDatabaseAsync();
        var nodes = Enumerable.Range(0, 10).Select(_ => Engine.Open(connectionString)).ToArray();
        await Race.RunAsync(nodes.Length, node => MigrateAsync(nodes[node], One));
        var row = New();
        await AddAsync(nodes[0], One, row);
        await Race.RunAsync(nodes.Length, node => MigrateAsync(nodes[node], Two));
        Assert.That(await FindAsync(nodes[9], Two, row), Is.EqualTo(row));
    }

    [Test]
    public async Task Two_features_grow_apart()
    {
        var database = await Engine.OpenAsync();
        var other = new Schema("kit_other", 1, [PairTable.Rows]);
        await database.MigrateAsync([AuthKitSchema.Current, Two.Schema, other], default);
        Assert.That(await AddAsync(database, Two, New("red")), Is.Null);
        Assert.That(await database.Records.InsertAsync(PairTable.Rows, new(Guid.CreateVersion7(), "a", 1), default), Is.Null);
    }
}
