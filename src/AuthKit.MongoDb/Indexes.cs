using System.Linq.Expressions;
using AuthKit.MongoDb.Documents;
using MongoDB.Driver;

namespace AuthKit.MongoDb;

/// <summary>The indexes beside those on <c>_id</c>. Keys, external logins, names, clients and consents are unique by their <c>_id</c> alone.</summary>
internal static class Indexes
{
    public const string UserName = "user_name";

    /// <summary>Sparse: an account without user name has no such field, and any number of them may be so.</summary>
    public static CreateIndexModel<UserDocument>[] OfUsers =>
    [
        On<UserDocument>("email", user => user.NormalizedEmail, new() { Unique = true }),
        On<UserDocument>(UserName, user => user.NormalizedUserName, new() { Unique = true, Sparse = true }),
    ];

    public static CreateIndexModel<SessionDocument>[] OfSessions =>
    [
        On<SessionDocument>("handle", session => session.Handle, new() { Unique = true }),
        On<SessionDocument>("user", session => session.UserId),
        On<SessionDocument>("expiry", session => session.ExpiresAt),
        On<SessionDocument>("purge", session => session.PurgeAt, new() { ExpireAfter = TimeSpan.Zero }),
    ];

    public static CreateIndexModel<GrantDocument>[] OfGrants =>
    [
        On<GrantDocument>("user", grant => grant.UserId),
        On<GrantDocument>("expiry", grant => grant.ExpiresAt),
        On<GrantDocument>("purge", grant => grant.PurgeAt, new() { ExpireAfter = TimeSpan.Zero }),
    ];

    public static CreateIndexModel<TenantDocument>[] OfTenants =>
    [
        On<TenantDocument>("slot", tenant => tenant.Slot, new() { Unique = true }),
        On<TenantDocument>("fingerprint", tenant => tenant.Fingerprint, new() { Unique = true }),
    ];

    private static CreateIndexModel<TDocument> On<TDocument>(string name, Expression<Func<TDocument, object?>> field, CreateIndexOptions? options = null)
    {
        options ??= new();
        options.Name = name;
        return new(Builders<TDocument>.IndexKeys.Ascending(field), options);
    }
}
