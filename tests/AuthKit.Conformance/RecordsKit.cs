using AuthKit.Hosting;
using AuthKit.Records;
using NUnit.Framework;
using static AuthKit.Conformance.SpecimenTable;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IRecords"/> promises, on tables of the kit's own: <see cref="KitSchema"/>.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract partial class RecordsKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private Guid _test;

    private IRecords Records => Database.Records;

    /// <summary>Makes the kit's tables in a database that has AuthKit's own already.</summary>
    [OneTimeSetUp]
    public Task MakeTablesAsync() => Database.MigrateAsync([AuthKitSchema.Current, KitSchema.Current], default);

    /// <summary>A test sees the rows that it made.</summary>
    [SetUp]
    public void Begin() => _test = Guid.CreateVersion7();

    private Specimen New() => new()
    {
        Id = Guid.CreateVersion7(),
        TestId = _test,
        MadeAt = Sample.Now,
        EndsAt = Sample.Now.AddHours(1),
        Realm = Guid.NewGuid().ToString("N"),
    };

    private async Task<Specimen> AddAsync(Specimen row)
    {
        Assert.That(await Records.InsertAsync(Rows, row, default), Is.Null);
        return row;
    }

    private async Task AddAsync(IEnumerable<Specimen> rows)
    {
        foreach (var row in rows)
            await AddAsync(row);
    }

    private Task<Specimen?> FindAsync(Specimen row) => Records.FindAsync(Rows, [Id.Is(row.Id)], default);

    /// <summary>The amounts of this test's rows that meet a condition, in their order.</summary>
    private async Task<int[]> AmountsAsync(params Condition[] where)
    {
        var met = await Records.ListAsync(Rows, [TestId.Is(_test), .. where], Amount, limit: 0, default);
        return [.. met.Select(static row => row.Amount)];
    }

    private Task<Updated<Specimen>> UpdateAsync(Specimen row, params Change[] changes) => Records.UpdateAsync(Rows, [Id.Is(row.Id)], changes, readBy: Id, default);

    private async Task StandsAsAsync(Specimen expected) =>
        Assert.That(await FindAsync(expected), Is.EqualTo(expected).UsingPropertiesComparer());
}
