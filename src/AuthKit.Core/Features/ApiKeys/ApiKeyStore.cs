using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Features.ApiKeys.ApiKeyTable;

namespace AuthKit.Features.ApiKeys;

/// <summary>Keys in the database of their accounts.</summary>
internal sealed class ApiKeyStore
{
    private readonly IRecords _records;

    // Not public: what can be made of records from outside is a port.
    internal ApiKeyStore(IRecords records) => _records = records;

    /// <summary>Adds a key.</summary>
    /// <returns>False where its slot has just been taken.</returns>
    public async Task<bool> AddAsync(ApiKey key, CancellationToken cancellationToken) => await _records.InsertAsync(Rows, key, cancellationToken) is null;

    public Task<ApiKey?> FindByHandleAsync(byte[] handle, CancellationToken cancellationToken) => _records.FindAsync(Rows, [Handle.Is(handle)], cancellationToken);

    /// <summary>One of an account's; null where it has none with this id.</summary>
    public Task<ApiKey?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken) => _records.FindAsync(Rows, [Id.Is(id), UserId.Is(userId)], cancellationToken);

    /// <summary>Those of an account, those that have ended among them.</summary>
    public Task<List<ApiKey>> ListAsync(Guid userId, CancellationToken cancellationToken) => _records.ListAsync(Rows, [UserId.Is(userId)], orderBy: null, limit: 0, cancellationToken);

    /// <summary>Names a key.</summary>
    /// <returns>Whether it is there.</returns>
    public async Task<bool> RenameAsync(ApiKey key, string name, CancellationToken cancellationToken) =>
        (await _records.UpdateAsync(Rows, [Id.Is(key.Id), UserId.Is(key.UserId)], [Name.To(name)], readBy: null, cancellationToken)).Changed == 1;

    /// <summary>Gives a key another secret, in one conditional update: of several at once, who have all read the same secret's hash, one does.</summary>
    /// <param name="read">The key as it was read.</param>
    /// <param name="rotated">The key as it is to be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether this caller was the one who did.</returns>
    public async Task<bool> RotateAsync(ApiKey read, ApiKey rotated, CancellationToken cancellationToken)
    {
        Change[] changes =
        [
            SecretHash.To(rotated.SecretHash),
            FormerSecretHash.To(rotated.FormerSecretHash),
            FormerUntil.To(rotated.FormerUntil),
            ExpiresAt.To(rotated.ExpiresAt),
            RotatedAt.To(rotated.RotatedAt),
        ];
        return (await _records.UpdateAsync(Rows, [Id.Is(read.Id), UserId.Is(read.UserId), SecretHash.Is(read.SecretHash)], changes, readBy: null, cancellationToken)).Changed == 1;
    }

    /// <summary>Notes a use, unless another request has noted one since the key was read.</summary>
    public Task NoteUseAsync(ApiKey read, DateTimeOffset now, CancellationToken cancellationToken) =>
        _records.UpdateAsync(Rows, [Id.Is(read.Id), read.LastUsedAt is { } last ? LastUsedAt.Is(last) : LastUsedAt.IsNull], [LastUsedAt.To(now)], readBy: null, cancellationToken);

    /// <summary>Takes a key away.</summary>
    /// <returns>Whether this caller did.</returns>
    public async Task<bool> RemoveAsync(ApiKey key, CancellationToken cancellationToken) =>
        await _records.DeleteAsync(Rows, [Id.Is(key.Id), UserId.Is(key.UserId)], limit: 1, cancellationToken) == 1;

    public Task RemoveAllAsync(Guid userId, CancellationToken cancellationToken) => _records.DeleteAsync(Rows, [UserId.Is(userId)], limit: 0, cancellationToken);

    /// <summary>Has the keys of an account that counted under a version of its credentials count under another.</summary>
    public Task RebindAsync(Guid userId, int from, int to, CancellationToken cancellationToken) =>
        _records.UpdateAsync(Rows, [UserId.Is(userId), CredentialVersion.Is(from)], [CredentialVersion.To(to)], readBy: null, cancellationToken);
}

internal static class ApiKeyPort
{
    extension(DatabaseLease database)
    {
        public ApiKeyStore ApiKeys => database.Port(static records => new ApiKeyStore(records));
    }
}
