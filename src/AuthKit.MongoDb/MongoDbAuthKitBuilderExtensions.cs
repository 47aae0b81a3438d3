using AuthKit.Databases;
using AuthKit.MongoDb;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps AuthKit's data in MongoDB.</summary>
public static class MongoDbAuthKitBuilderExtensions
{
    /// <summary>Makes a MongoDB database the home database.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="connectionString">For example <c>mongodb://db.internal/app</c>; it names the database.</param>
    /// <param name="migrate">Whether AuthKit makes its indexes at first use, without which names are not unique, and brings over what the release before wrote.</param>
    public static AuthKitBuilder UseMongoDb(this AuthKitBuilder builder, string connectionString, bool migrate = true) =>
        builder.UseDatabase<MongoStoreProvider>(new(DatabaseEngine.MongoDb.KeyIdentifier, connectionString, migrate));

    /// <summary>Lets tenants live in MongoDB databases.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    public static AuthKitBuilder AddMongoDb(this AuthKitBuilder builder) => builder.AddStore<MongoStoreProvider>();
}
