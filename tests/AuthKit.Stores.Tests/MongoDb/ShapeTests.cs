using AuthKit.MongoDb.Documents;
using AuthKit.Records;
using MongoDB.Bson;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>What rows, conditions and changes are in MongoDB's terms. No server is needed.</summary>
public sealed class ShapeTests
{
    private const string Id = """{ "$binary" : { "base64" : "AYkKXayWd0u8zrMCCZqAVw==", "subType" : "04" } }""";

    private static readonly DateTimeOffset Time = new(2001, 2, 3, 4, 5, 6, 123, 456, TimeSpan.Zero);
    private static readonly DocumentMap Notes = new(Note.Rows);
    private static readonly DocumentMap Readers = new(Reader.Rows);

    [Test]
    public void A_row_is_a_document_without_what_is_null()
    {
        var document = Notes.Document(Note.Rows, Note.Sample);
        Assert.That(document["purge_at"].ToUniversalTime(), Is.EqualTo(DateTime.UtcNow.AddDays(1) + (Note.Sample.EndsAt - Note.Sample.WrittenAt)).Within(TimeSpan.FromMinutes(5)));
        document.Remove("purge_at");
        Assert.That(document, Is.EqualTo(BsonDocument.Parse($$"""
            { "_id": {{Id}}, "title": "$title", "hash": { "$binary": { "base64": "AQID", "subType": "00" } }, "places": 7, "revision": { "$numberLong": "4000000000" },
              "public": true, "written_at": { "$numberLong": "981173106123456" }, "ends_at": { "$numberLong": "981244800000000" } }
            """)));
    }

    [Test]
    public void A_key_of_several_columns_is_a_document_in_their_order() =>
        Assert.That(Readers.Document(Reader.Rows, new("ann", Note.Sample.Id, 3)).ToJson(), Is.EqualTo($$"""{ "_id" : { "note_id" : {{Shell(Id)}}, "name" : "ann" }, "times" : 3 }"""));

    [Test]
    public void A_document_is_read_back_as_the_row_that_it_was()
    {
        var row = new DocumentRow(Notes);
        var full = Note.Sample with { Slug = "a", ReadAt = Time };
        Assert.That(Note.Rows.Read(row.On(Notes.Document(Note.Rows, full))), Is.EqualTo(full).UsingPropertiesComparer());
        Assert.That(Note.Rows.Read(row.On(Notes.Document(Note.Rows, Note.Sample))), Is.EqualTo(Note.Sample).UsingPropertiesComparer(), "Nothing of the row before is left.");
        var reader = new Reader("ann", Note.Sample.Id, 3);
        Assert.That(Reader.Rows.Read(new DocumentRow(Readers).On(Readers.Document(Reader.Rows, reader))), Is.EqualTo(reader));
    }

    [Test]
    public void A_field_that_is_null_is_read_as_one_that_is_not_there() =>
        Assert.That(Note.Rows.Read(new DocumentRow(Notes).On(Notes.Document(Note.Rows, Note.Sample).Add("slug", BsonNull.Value).Add("unknown", 1))).Slug, Is.Null);

    [Test]
    public void A_field_that_every_document_has_is_missed()
    {
        var document = Notes.Document(Note.Rows, Note.Sample);
        document.Remove("title");
        Assert.That(() => Note.Rows.Read(new DocumentRow(Notes).On(document)), Throws.InstanceOf<InvalidDataException>());
    }

    private static IEnumerable<TestCaseData<Condition[], string>> Conditions() =>
    [
        new([], "{ }"),
        new([Note.ById.Is(Note.Sample.Id)], $$"""{ "_id" : { "$eq" : {{Shell(Id)}} } }"""),
        new([Note.ByTitle.Is("$gt"), Note.ByPublic.Is(true)], """{ "title" : { "$eq" : "$gt" }, "public" : { "$eq" : true } }"""),
        new([Note.BySlug.IsNull], """{ "slug" : { "$eq" : null } }"""),
        new([Note.BySlug.IsNot("a")], """{ "slug" : { "$nin" : ["a", null] } }"""),
        new([Note.BySlug.In("a", "b")], """{ "slug" : { "$in" : ["a", "b"] } }"""),
        new([Note.BySlug.In()], """{ "slug" : { "$in" : [] } }"""),
        new([Note.ByPlaces.Before(3)], """{ "places" : { "$lt" : 3 } }"""),
        new([Note.ByRevision.AtMost(3)], """{ "revision" : { "$lte" : 3 } }"""),
        new([Note.ByWrittenAt.After(Time)], """{ "written_at" : { "$gt" : 981173106123456 } }"""),
        new([Note.ByPlaces.After(3), Note.ByPlaces.Before(9)], """{ "places" : { "$gt" : 3 }, "$and" : [{ "places" : { "$lt" : 9 } }] }"""),
    ];

    [TestCaseSource(nameof(Conditions))]
    public void Conditions_are_a_filter(Condition[] where, string filter) => Assert.That(Text(Notes.Filter(where)), Is.EqualTo(filter));

    [Test]
    public void A_part_of_the_key_is_a_field_of_it() =>
        Assert.That(Text(Readers.Filter([Reader.ByName.Is("ann")])), Is.EqualTo("""{ "_id.name" : { "$eq" : "ann" } }"""));

    private static IEnumerable<TestCaseData<Change[], string>> Changes() =>
    [
        new([Note.ByTitle.To("$hash"), Note.ByPlaces.To(8)], """{ "$set" : { "title" : { "$literal" : "$hash" }, "places" : { "$literal" : 8 } } }"""),
        new([Note.BySlug.To(null)], """{ "$set" : { "slug" : "$$REMOVE" } }"""),
        new([Note.ByPlaces.Plus(1), Note.ByRevision.Plus(-1)], """{ "$set" : { "places" : { "$add" : ["$places", 1] }, "revision" : { "$add" : ["$revision", -1] } } }"""),
        new([Note.ByWrittenAt.ToLesserOf(Time, Note.ByEndsAt)], """{ "$set" : { "written_at" : { "$min" : ["$ends_at", 981173106123456] } } }"""),
        new([Note.ByEndsAt.To(Time)], """{ "$set" : { "ends_at" : { "$literal" : 981173106123456 }, "purge_at" : "$$REMOVE" } }"""),
    ];

    [TestCaseSource(nameof(Changes))]
    public void Changes_are_a_stage_of_a_pipeline(Change[] changes, string stage) => Assert.That(Text(Notes.Stage(changes)), Is.EqualTo(stage));

    private static IEnumerable<TestCaseData<Condition[], bool>> OnesAndMany() =>
    [
        new([Note.ById.Is(Note.Sample.Id), Note.BySlug.IsNull], true),
        new([Note.BySlug.Is("a")], true),
        new([Note.ByHash.Is([1]), Note.ByPlaces.Is(1)], true),
        new([Note.ByHash.Is([1])], false),
        new([Note.BySlug.In("a")], false),
        new([], false),
    ];

    [TestCaseSource(nameof(OnesAndMany))]
    public void Conditions_on_a_unique_index_name_one_row(Condition[] where, bool one) => Assert.That(Notes.NameOne(where), Is.EqualTo(one));

    private static string Text(BsonDocument document) => document.ToJson();

    private static string Shell(string extended) => BsonDocument.Parse($$"""{ "v" : {{extended}} }""")["v"].ToJson();
}
