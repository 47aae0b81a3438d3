using AuthKit.Grants;
using AuthKit.Users;
using MongoDB.Bson;
using MongoDB.Driver;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>What stands in the collections, read past AuthKit.</summary>
public sealed class MongoDocumentTests
{
    private static readonly DateTimeOffset LongAgo = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero).AddMicroseconds(123_456);

    private readonly MongoEngine _engine = new();
    private IUserStore _users = null!;
    private IGrantStore _grants = null!;
    private IMongoDatabase _raw = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        var database = _engine.Open(connectionString);
        await database.MigrateAsync(default);
        (_users, _grants) = (database.Users, database.Grants);
        _raw = MongoEngine.Raw(connectionString);
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _engine.DisposeAsync();

    [Test]
    public async Task Ids_are_UUIDs_times_whole_microseconds_and_an_absent_user_name_is_absent()
    {
        var user = new User { Id = Guid.CreateVersion7(), Email = "Ann@example.com", CreatedAt = LongAgo, CredentialVersion = 0 };
        await _users.CreateAsync(user, default);
        var document = await FindAsync("authkit_users", new BsonBinaryData(user.Id, GuidRepresentation.Standard));
        Assert.That(document["created_at"], Is.EqualTo(new BsonInt64(981_173_106_123_456)));
        Assert.That(document["normalized_email"], Is.EqualTo(new BsonString("ann@example.com")));
        Assert.That(document["email_verified"], Is.EqualTo(BsonBoolean.False), "A host's conventions leave nothing out.");
        Assert.That(document.Contains("normalized_user_name"), Is.False);
    }

    [Test]
    public async Task The_servers_own_clock_takes_nothing_that_the_callers_clock_regards_as_alive()
    {
        var grant = new Grant { Handle = Guid.NewGuid().ToByteArray(), Kind = GrantKind.PasswordReset, SecretHash = new byte[32], UserId = Guid.Empty, CreatedAt = LongAgo, ExpiresAt = LongAgo.AddHours(1) };
        await _grants.CreateAsync(grant, default);
        var document = await FindAsync("authkit_grants", new BsonBinaryData(grant.Handle));
        Assert.That(document["purge_at"].ToUniversalTime(), Is.EqualTo(DateTime.UtcNow.AddHours(25)).Within(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task What_a_release_before_wrote_has_nothing_of_what_is_new()
    {
        var grant = new Grant { Handle = Guid.NewGuid().ToByteArray(), Kind = GrantKind.PasswordReset, SecretHash = new byte[32], UserId = Guid.Empty, CreatedAt = LongAgo, ExpiresAt = LongAgo.AddHours(1) };
        await _grants.CreateAsync(grant with { ClientId = "app", Data = [1] }, default);
        var isNew = new BsonDocument { ["client_id"] = "", ["data"] = "" };
        await _raw.GetCollection<BsonDocument>("authkit_grants").UpdateOneAsync(new BsonDocument("_id", new BsonBinaryData(grant.Handle)), new BsonDocument("$unset", isNew));
        Assert.That(await _grants.FindAsync(grant.Handle, default), Is.EqualTo(grant).UsingPropertiesComparer());
    }

    private Task<BsonDocument> FindAsync(string collection, BsonValue id) =>
        _raw.GetCollection<BsonDocument>(collection).Find(new BsonDocument("_id", id)).SingleAsync();
}
