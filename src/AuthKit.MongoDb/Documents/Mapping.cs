using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Conventions;

namespace AuthKit.MongoDb.Documents;

/// <summary>
/// Has the driver map AuthKit's documents by their attributes alone. Left to itself it would apply the conventions that the
/// host has registered for its own documents, and leave fields out, or fail over what contradicts an attribute.
/// </summary>
internal static class Mapping
{
    private static readonly ConventionRunner Attributes = new(AttributeConventionPack.Instance);

    public static void Register()
    {
        Register<UserDocument>();
        Register<ProfileDocument>();
        Register<ExternalLoginDocument>();
        Register<ExternalLoginDocument.Identity>();
        Register<SessionDocument>();
        Register<GrantDocument>();
        Register<KeyDocument>();
        Register<KeyDocument.Place>();
        Register<NameDocument>();
        Register<TenantDocument>();
        Register<ClientDocument>();
        Register<ConsentDocument>();
        Register<ConsentDocument.Parties>();
    }

    private static void Register<TDocument>() => BsonClassMap.TryRegisterClassMap<TDocument>(map =>
    {
        Attributes.Apply(map);
        // The driver tries the host's conventions on a map that is not frozen yet, though it throws the outcome away.
        map.Freeze();
    });
}
