using AuthKit.Databases;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What the kit's fixtures have in common: one engine and one migrated database for all tests of a fixture.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class StoreKit<TEngine> where TEngine : TestEngine, new()
{
    /// <summary>The engine under test.</summary>
    protected TEngine Engine { get; private set; } = null!;

    /// <summary>A database that belongs to this fixture.</summary>
    protected IDatabase Database { get; private set; } = null!;

    /// <summary>Makes the database.</summary>
    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        Engine = new();
        Database = await Engine.OpenAsync();
    }

    /// <summary>Takes it away.</summary>
    [OneTimeTearDown]
    public async Task CloseAsync() => await Engine.DisposeAsync();
}
