using AuthKit.MongoDb.Documents;
using AuthKit.Users;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Stores;

internal sealed class UserStore(Collection<UserDocument> users) : IUserStore
{
    private static readonly FilterDefinitionBuilder<UserDocument> Where = Builders<UserDocument>.Filter;

    private static readonly UpdateDefinitionBuilder<UserDocument> Change = Builders<UserDocument>.Update;

    public async Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            await users.InsertAsync(UserDocument.Of(user), cancellationToken);
            return UserWrite.Done;
        }
        catch (MongoWriteException e) when (Taken(e) is { } taken)
        {
            return taken;
        }
    }

    public Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken) =>
        FindAsync(Where.Eq(user => user.Id, id), cancellationToken);

    public Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        FindAsync(Where.Eq(user => user.NormalizedEmail, normalizedEmail), cancellationToken);

    public Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync(Where.Eq(user => user.NormalizedUserName, normalizedUserName), cancellationToken);

    public async Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            var unchanged = Where.Eq(stored => stored.Id, user.Id) & Where.Eq(stored => stored.Version, user.Version);
            return await users.UpdateOneAsync(unchanged, Changes(UserDocument.Of(user)), cancellationToken) == 1 ? UserWrite.Done : UserWrite.Stale;
        }
        catch (MongoWriteException e) when (Taken(e) is { } taken)
        {
            return taken;
        }
    }

    public Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => users.UpdateOneAsync(
        Where.Eq(user => user.Id, id),
        Change.Inc(user => user.FailedSignIns, 1).Set(user => user.LastFailedSignIn, Microseconds.Of(now)),
        cancellationToken);

    public Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken) => users.UpdateOneAsync(
        Where.Eq(user => user.Id, id),
        Change.Set(user => user.FailedSignIns, 0).Set(user => user.LastFailedSignIn, null),
        cancellationToken);

    private async Task<User?> FindAsync(FilterDefinition<UserDocument> filter, CancellationToken cancellationToken) =>
        (await users.FirstAsync(filter, cancellationToken))?.ToUser();

    private static UpdateDefinition<UserDocument> Changes(UserDocument user)
    {
        var changes = Change
            .Set(stored => stored.Email, user.Email)
            .Set(stored => stored.NormalizedEmail, user.NormalizedEmail)
            .Set(stored => stored.EmailVerified, user.EmailVerified)
            .Set(stored => stored.UserName, user.UserName)
            .Set(stored => stored.PasswordHash, user.PasswordHash)
            .Set(stored => stored.Profile, user.Profile)
            .Inc(stored => stored.Version, 1);
        return user.NormalizedUserName is { } name
            ? changes.Set(stored => stored.NormalizedUserName, name)
            : changes.Unset(stored => stored.NormalizedUserName);
    }

    /// <summary>An account that is there already, by its id, has its address taken too.</summary>
    private static UserWrite? Taken(MongoWriteException exception) => exception.RefusedBy() switch
    {
        null => null,
        Indexes.UserName => UserWrite.DuplicateUserName,
        _ => UserWrite.DuplicateEmail,
    };
}
