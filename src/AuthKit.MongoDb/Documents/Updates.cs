using AuthKit.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Documents;

/// <summary>Changes as a pipeline, because one may depend on another field of the document.</summary>
internal static class Updates
{
    private const string Gone = "$$REMOVE";

    public static UpdateDefinition<BsonDocument> Update(this DocumentMap map, Change[] changes) =>
        new BsonDocumentStagePipelineDefinition<BsonDocument, BsonDocument>([map.Stage(changes)]);

    /// <summary>The one stage; every field that it reads is as it was before.</summary>
    internal static BsonDocument Stage(this DocumentMap map, Change[] changes)
    {
        var set = new BsonDocument();
        foreach (var change in changes)
        {
            set.Add(map.Path(change.Column), NewValue(map, change));
            // The length of life that the server was told holds no more; what sweeps by the callers' clock takes it.
            if (map.MovesEnd(change))
                set.Add(Purging.Field, Gone);
        }

        return new("$set", set);
    }

    private static BsonValue NewValue(DocumentMap map, in Change change) => change.Setting switch
    {
        Setting.Increment => new BsonDocument("$add", new BsonArray { $"${map.Path(change.Column)}", BsonValues.Of(change.Column, change.Value) }),
        Setting.Lesser => new BsonDocument("$min", new BsonArray { $"${map.Path(change.Other!)}", BsonValues.Of(change.Column, change.Value) }),
        _ when change.Value.IsNull => Gone,
        // A literal, because text that begins with "$" would be a field.
        _ => new BsonDocument("$literal", BsonValues.Of(change.Column, change.Value)),
    };
}
