using AuthKit.MongoDb.Documents;
using AuthKit.Sessions;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Stores;

internal sealed class SessionStore(Collection<SessionDocument> sessions) : ISessionStore
{
    private static readonly FilterDefinitionBuilder<SessionDocument> Where = Builders<SessionDocument>.Filter;

    private static readonly FilterDefinition<SessionDocument> Standing = Where.Eq(session => session.RevokedAt, null);

    private static readonly FindOneAndUpdateOptions<SessionDocument> AsItIsAfterwards = new() { ReturnDocument = ReturnDocument.After };

    public Task CreateAsync(Session session, CancellationToken cancellationToken) =>
        sessions.InsertAsync(SessionDocument.Of(session), cancellationToken);

    /// <summary>One round trip for who wins. The update shows nothing to who loses, and the row is read in a second one.</summary>
    public async Task<RotationResult> RotateAsync(SessionRotation rotation, CancellationToken cancellationToken)
    {
        var rotated = await sessions.RunAsync(
            collection => collection.FindOneAndUpdateAsync(Rotating.Condition(rotation), Rotating.Update(rotation), AsItIsAfterwards, cancellationToken),
            cancellationToken);
        return rotated is not null
            ? new(true, rotated.ToSession())
            : new(false, await FindAsync(Where.Eq(session => session.Handle, rotation.Handle), cancellationToken));
    }

    public Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        FindAsync(Where.Eq(session => session.Id, id), cancellationToken);

    public Task RevokeByHandleAsync(byte[] handle, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        sessions.UpdateOneAsync(Standing & Where.Eq(session => session.Handle, handle) & Where.Eq(session => session.UserId, userId), Revoked(now), cancellationToken);

    public Task RevokeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        sessions.UpdateOneAsync(Standing & Where.Eq(session => session.Id, id), Revoked(now), cancellationToken);

    public Task RevokeAllAsync(Guid userId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = Standing & Where.Eq(session => session.UserId, userId);
        return sessions.UpdateManyAsync(except is { } kept ? ended & Where.Ne(session => session.Id, kept) : ended, Revoked(now), cancellationToken);
    }

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        sessions.DeleteManyAsync(Where.Lte(session => session.ExpiresAt, Microseconds.Of(before)), cancellationToken);

    private async Task<Session?> FindAsync(FilterDefinition<SessionDocument> filter, CancellationToken cancellationToken) =>
        (await sessions.FirstAsync(filter, cancellationToken))?.ToSession();

    private static UpdateDefinition<SessionDocument> Revoked(DateTimeOffset now) =>
        Builders<SessionDocument>.Update.Set(session => session.RevokedAt, Microseconds.Of(now));
}
