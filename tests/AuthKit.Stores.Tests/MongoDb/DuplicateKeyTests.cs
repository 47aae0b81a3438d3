using System.Net;
using AuthKit.MongoDb;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;
using MongoDB.Driver.Core.Connections;
using MongoDB.Driver.Core.Servers;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>Which index refused a row, from what the server says. No server is needed.</summary>
public sealed class DuplicateKeyTests
{
    private static readonly ConnectionId Somewhere = new(new ServerId(new ClusterId(1), new DnsEndPoint("localhost", 27017)));

    [TestCase("E11000 duplicate key error collection: app.notes index: ix_notes_slug dup key: { slug: \"a\" }", "ix_notes_slug")]
    [TestCase("E11000 duplicate key error collection: app.notes index: ix_notes_hash_places dup key: { hash: BinData(0, 01), places: 1 }", "ix_notes_hash_places")]
    [TestCase("E11000 duplicate key error collection: app.notes index: _id_ dup key: { _id: UUID(\"…\") }", "pk_notes")]
    [TestCase("E11000 duplicate key error collection: app.notes index: ix_notes_hash_places dup key: { hash: \" index: ix_notes_slug \" }", "ix_notes_hash_places")]
    [TestCase("E11000 duplicate key error", "pk_notes")]
    public void The_index_is_the_one_that_the_server_names(string message, string index) =>
        Assert.That(Note.Rows.RefusedBy(Error(11000, message))?.Name, Is.EqualTo(index));

    [Test]
    public void Another_error_is_no_duplicate() => Assert.That(Note.Rows.RefusedBy(Error(50, "index: ix_notes_slug")), Is.Null);

    private static MongoCommandException Error(int code, string message) =>
        new(Somewhere, message, [], new BsonDocument { ["ok"] = 0, ["code"] = code, ["errmsg"] = message });
}
