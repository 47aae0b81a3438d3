using AuthKit.Records;
using MongoDB.Bson;

namespace AuthKit.MongoDb.Documents;

/// <summary>Conditions as filters of documents. Every value comes after an operator, so that none is taken for one.</summary>
internal static class Filters
{
    public static BsonDocument Filter(this DocumentMap map, Condition[] where)
    {
        var filter = new BsonDocument();
        BsonArray? more = null;
        foreach (var condition in where)
        {
            var path = map.Path(condition.Column);
            if (!filter.Contains(path))
                filter.Add(path, Compared(condition));
            else
                (more ??= []).Add(new BsonDocument(path, Compared(condition)));
        }

        return more is null ? filter : filter.Add("$and", more);
    }

    private static BsonDocument Compared(in Condition condition) => condition.Comparison switch
    {
        Comparison.Equal => new("$eq", Value(condition)),
        // Null and a field that is not there are the same to the server, and other than any value.
        Comparison.NotEqual => new("$nin", new BsonArray { Value(condition), BsonNull.Value }),
        Comparison.Less => new("$lt", Value(condition)),
        Comparison.LessOrEqual => new("$lte", Value(condition)),
        Comparison.Greater => new("$gt", Value(condition)),
        Comparison.GreaterOrEqual => new("$gte", Value(condition)),
        Comparison.Null => new("$eq", BsonNull.Value),
        Comparison.In => new("$in", Values(condition)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static BsonValue Value(in Condition condition) => BsonValues.Of(condition.Column, condition.Value);

    private static BsonArray Values(Condition condition) => new(condition.Values!.Select(value => BsonValues.Of(condition.Column, value)));
}
