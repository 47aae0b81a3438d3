using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>Tests on a server's databases, which go with each test.</summary>
public abstract class ServerTests
{
    protected EntityFrameworkEngine Engine { get; private set; } = null!;

    [SetUp]
    public void MakeEngine() => Engine = new();

    [TearDown]
    public async Task DropDatabasesAsync() => await Engine.DisposeAsync();
}
