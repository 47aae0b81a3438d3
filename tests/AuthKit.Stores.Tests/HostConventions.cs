using AuthKit.MongoDb;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Conventions;
using MongoDB.Bson.Serialization.Serializers;
using NUnit.Framework;

namespace AuthKit.Stores.Tests;

/// <summary>A host's own ways with MongoDB's documents, under which all fixtures run; AuthKit's documents are not to follow them.</summary>
[SetUpFixture]
public sealed class HostConventions
{
    [OneTimeSetUp]
    public void Register()
    {
        var pack = new ConventionPack { new CamelCaseElementNameConvention(), new IgnoreIfDefaultConvention(true), new EnumRepresentationConvention(BsonType.String) };
        ConventionRegistry.Register("host", pack, type => type.Assembly == typeof(MongoStoreProvider).Assembly);
        BsonSerializer.TryRegisterSerializer(new GuidSerializer(GuidRepresentation.CSharpLegacy));
    }

    [OneTimeTearDown]
    public void Remove() => ConventionRegistry.Remove("host");
}
