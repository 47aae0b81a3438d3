using AuthKit.Databases;
using AuthKit.MongoDb.Schemas;
using AuthKit.Tokens;
using AuthKit.Users;
using MongoDB.Bson;
using MongoDB.Driver;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>A database as the release before version 4 left it.</summary>
public sealed class EarlierDocumentsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly long NowStored = Now.ToUnixTimeMilliseconds() * 1000;
    private static readonly Guid Anna = Guid.CreateVersion7();
    private static readonly Guid Ben = Guid.CreateVersion7();
    private static readonly Guid SigningKey = Guid.CreateVersion7();

    private readonly MongoEngine _engine = new();
    private IMongoDatabase _raw = null!;
    private IDatabase[] _nodes = null!;

    [OneTimeSetUp]
    public async Task UpgradeAsync()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        _raw = MongoEngine.Raw(connectionString);
        await WriteAsync();
        _nodes = [.. Enumerable.Range(0, 4).Select(_ => _engine.Open(connectionString))];
        await Task.WhenAll(_nodes.Select(static node => node.MigrateAsync(default)));
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _engine.DisposeAsync();

    [Test]
    public async Task Accounts_keep_their_profile()
    {
        var anna = (await _nodes[0].Users.FindByUserNameAsync("anna", default))!;
        Assert.That(anna.Profile, Is.EqualTo(new UserProfile { Name = "Anna", Address = "$1 Street" }));
        Assert.That(anna.Version, Is.EqualTo(3));
        Assert.That(await _nodes[1].Users.UpdateAsync(anna with { Profile = new() { Name = "Anna B." } }, default), Is.EqualTo(UserWrite.Done));
        Assert.That((await _nodes[2].Users.FindByIdAsync(Anna, default))!.Profile, Is.EqualTo(new UserProfile { Name = "Anna B." }));
        Assert.That(await _nodes[1].Users.FindByEmailAsync("ben@example.com", default), Has.Property(nameof(User.UserName)).Null);
    }

    [Test]
    public async Task The_ring_keeps_its_keys_and_their_places()
    {
        var key = (await _nodes[0].Keys.ListAsync(default)).Single();
        Assert.That((key.Id, key.Generation, key.PublicKey), Is.EqualTo((SigningKey, 5, new byte[] { 1 })));
        Assert.That(await _nodes[1].Keys.AddAsync(key with { Id = Guid.CreateVersion7() }, default), Is.False);
    }

    [Test]
    public async Task Names_and_consents_become_a_document_each()
    {
        Assert.That(await _nodes[0].Directory.FindAsync([7], default), Is.EquivalentTo(new[] { "acme", "umbrella" }));
        Assert.That(await _nodes[0].Consents.FindAsync(Anna, "app", default), Is.EquivalentTo(new[] { "openid", "profile" }));
        await _nodes[0].Consents.RemoveAsync(Anna, "app", default);
        await _nodes[1].MigrateAsync(default);
        Assert.That(await _nodes[1].Consents.FindAsync(Anna, "app", default), Is.Empty);
    }

    [Test]
    public async Task Indexes_of_before_make_way()
    {
        Assert.That(await IndexesOfAsync("authkit_users"), Is.EquivalentTo(new[] { "_id_", "ix_authkit_users_normalized_email", "ix_authkit_users_normalized_user_name" }));
        Assert.That(await IndexesOfAsync("authkit_sessions"), Is.EquivalentTo(new[] { "_id_", "ix_authkit_sessions_handle", "ix_authkit_sessions_user_id", "ix_authkit_sessions_expires_on", "purge" }));
        Assert.That(await _nodes[0].Users.CreateAsync(new() { Id = Guid.CreateVersion7(), Email = "c@example.com", UserName = "anna", CreatedAt = Now }, default), Is.EqualTo(UserWrite.DuplicateUserName));
    }

    [Test]
    public async Task It_is_noted_and_not_done_again()
    {
        Assert.That(await Rows("authkit_schema").Find(new BsonDocument()).SingleAsync(), Is.EqualTo(new BsonDocument("_id", EarlierDocuments.Until)));
        Assert.That(await Rows("authkit_directory").CountDocumentsAsync(new BsonDocument()), Is.EqualTo(2));
    }

    private async Task WriteAsync()
    {
        await Rows("authkit_users").InsertManyAsync(
        [
            new() { ["_id"] = Stored(Anna), ["email"] = "anna@example.com", ["normalized_email"] = "anna@example.com", ["email_verified"] = true, ["user_name"] = "Anna", ["normalized_user_name"] = "anna", ["password_hash"] = "x", ["profile"] = Profile("Anna", "$1 Street"), ["failed_sign_ins"] = 0, ["last_failed_sign_in"] = NowStored, ["created_at"] = NowStored, ["version"] = 3L },
            new() { ["_id"] = Stored(Ben), ["email"] = "ben@example.com", ["normalized_email"] = "ben@example.com", ["email_verified"] = false, ["user_name"] = BsonNull.Value, ["password_hash"] = BsonNull.Value, ["profile"] = Profile(null, null), ["failed_sign_ins"] = 0, ["last_failed_sign_in"] = BsonNull.Value, ["created_at"] = NowStored, ["version"] = 0L },
        ]);
        await Rows("authkit_keys").InsertOneAsync(new() { ["_id"] = new BsonDocument { ["key_use"] = 0, ["generation"] = 5 }, ["kid"] = Stored(SigningKey), ["public_key"] = new byte[] { 1 }, ["protected_key"] = new byte[] { 2 }, ["activates_at"] = NowStored, ["retires_at"] = NowStored, ["expires_at"] = NowStored });
        await Rows("authkit_directory").InsertOneAsync(new() { ["_id"] = new byte[] { 7 }, ["tenants"] = new BsonArray { "acme", "umbrella" } });
        await Rows("authkit_consents").InsertOneAsync(new() { ["_id"] = new BsonDocument { ["user_id"] = Stored(Anna), ["client_id"] = "app" }, ["scopes"] = new BsonArray { "openid", "profile" }, ["created_at"] = NowStored });
        await IndexAsync("authkit_users", "normalized_email", "email", unique: true);
        await IndexAsync("authkit_users", "normalized_user_name", "user_name", unique: true, sparse: true);
        await IndexAsync("authkit_sessions", "handle", "handle", unique: true);
        await IndexAsync("authkit_sessions", "user_id", "user");
        await IndexAsync("authkit_sessions", "expires_at", "expiry");
    }

    private static BsonDocument Profile(string? name, string? address) => new()
    {
        ["name"] = (BsonValue?)name ?? BsonNull.Value,
        ["given_name"] = BsonNull.Value,
        ["family_name"] = BsonNull.Value,
        ["phone_number"] = BsonNull.Value,
        ["address"] = (BsonValue?)address ?? BsonNull.Value,
        ["contact_email"] = BsonNull.Value,
    };

    private static BsonBinaryData Stored(Guid id) => new(id, GuidRepresentation.Standard);

    private Task IndexAsync(string collection, string field, string name, bool unique = false, bool sparse = false) =>
        Rows(collection).Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(new BsonDocument(field, 1), new() { Name = name, Unique = unique, Sparse = sparse }));

    private async Task<IEnumerable<string>> IndexesOfAsync(string collection) =>
        (await (await Rows(collection).Indexes.ListAsync()).ToListAsync()).Select(static index => index["name"].AsString);

    private IMongoCollection<BsonDocument> Rows(string collection) => _raw.GetCollection<BsonDocument>(collection);
}
