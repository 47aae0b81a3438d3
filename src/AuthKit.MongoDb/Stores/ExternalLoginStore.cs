using AuthKit.External;
using AuthKit.MongoDb.Documents;
using MongoDB.Driver;
using static AuthKit.MongoDb.Documents.ExternalLoginDocument;

namespace AuthKit.MongoDb.Stores;

internal sealed class ExternalLoginStore(Collection<ExternalLoginDocument> logins) : IExternalLoginStore
{
    public async Task<Guid?> FindUserIdAsync(ExternalLogin login, CancellationToken cancellationToken) =>
        (await logins.FirstAsync(Builders<ExternalLoginDocument>.Filter.Eq(stored => stored.Id, Identity.Of(login)), cancellationToken))?.UserId;

    public Task<bool> AddAsync(ExternalLogin login, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) => logins.TryInsertAsync(
        new() { Id = Identity.Of(login), UserId = userId, CreatedAt = Microseconds.Of(now) },
        cancellationToken);
}
