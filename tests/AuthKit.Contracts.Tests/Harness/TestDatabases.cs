using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>
/// Where a test's data lives: the home database, and the tenants <c>demo</c> and <c>second</c>. It is the one thing that
/// differs from engine to engine; everything else in this assembly is the same for all of them.
/// </summary>
internal abstract class TestDatabases : IAsyncDisposable
{
    /// <summary>The engine's documented key identifier.</summary>
    public abstract string KeyIdentifier { get; }

    /// <summary>The connection string that <c>demo</c> is registered with.</summary>
    public abstract string DemoConnection { get; }

    /// <summary>The same connection, its keywords in another order and case.</summary>
    public abstract string DemoConnectionReordered { get; }

    /// <summary>What opens the databases: connection strings, and passwords in them.</summary>
    public abstract IEnumerable<string> Secrets { get; }

    /// <summary>Chooses the home database and registers both tenants.</summary>
    public abstract void Register(AuthKitBuilder builder);

    /// <summary>Takes everything away.</summary>
    public abstract ValueTask DisposeAsync();
}
