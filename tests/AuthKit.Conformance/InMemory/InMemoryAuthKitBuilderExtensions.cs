using AuthKit.Conformance.InMemory;
using AuthKit.Databases;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps AuthKit's data in memory, for tests.</summary>
public static class InMemoryAuthKitBuilderExtensions
{
    /// <summary>Makes a database in memory the home database; it stands in for <see cref="DatabaseEngine.Sqlite"/>.</summary>
    public static AuthKitBuilder UseInMemory(this AuthKitBuilder builder) =>
        builder.UseDatabase<InMemoryStoreProvider>(new(DatabaseEngine.Sqlite.KeyIdentifier, "home"));

    /// <summary>Lets tenants live in memory, on what stands in for another engine.</summary>
    public static AuthKitBuilder AddInMemory(this AuthKitBuilder builder, DatabaseEngine engine)
    {
        builder.Services.AddSingleton<IStoreProvider>(new InMemoryStoreProvider(engine));
        return builder;
    }
}
