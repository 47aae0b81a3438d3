namespace AuthKit.Sessions;

/// <summary>Where sessions are kept, one row each.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface ISessionStore
{
    /// <summary>Adds a session.</summary>
    Task CreateAsync(Session session, CancellationToken cancellationToken);

    /// <summary>
    /// Exchanges the refresh secret in one conditional update: only where handle, client and old hash match and the
    /// session is neither revoked nor expired. In the same round trip it reads the row, whoever won.
    /// </summary>
    Task<RotationResult> RotateAsync(SessionRotation rotation, CancellationToken cancellationToken);

    /// <summary>The session with this id, or null.</summary>
    Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The session that a refresh token's handle finds, or null.</summary>
    Task<Session?> FindByHandleAsync(byte[] handle, CancellationToken cancellationToken);

    /// <summary>Ends the session of this user that has this handle, if there is one and it stands.</summary>
    Task RevokeByHandleAsync(byte[] handle, Guid userId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends the session, unless it has ended.</summary>
    Task RevokeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>A user's sessions that stand, the oldest first, at most so many: all of them, or those that were born of one session of a browser.</summary>
    Task<IReadOnlyList<Session>> ListStandingAsync(Guid userId, Guid? parentId, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>A page of a user's sessions that stand, the youngest first.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="before">The last session of the page before; null for the first page.</param>
    /// <param name="limit">The most sessions.</param>
    /// <param name="now">The time of asking.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Session>> ListStandingAsync(Guid userId, Guid? before, int limit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends the session where it is this user's and stands.</summary>
    /// <returns>Whether this call ended it.</returns>
    Task<bool> EndAsync(Guid id, Guid userId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps what a session's owner calls its device.</summary>
    /// <returns>Whether this user has such a session, and it has not been ended.</returns>
    Task<bool> RenameAsync(Guid id, Guid userId, string? name, CancellationToken cancellationToken);

    /// <summary>Has this user's sessions that were born of one session of a browser be those of another.</summary>
    Task AdoptAsync(Guid userId, Guid parentId, Guid newParentId, CancellationToken cancellationToken);

    /// <summary>Has a session of this user that stands count under another credential version: it outlives the change of a credential.</summary>
    Task RebindAsync(Guid id, Guid userId, int credentialVersion, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps that a session's owner has proved again who they are, in one conditional update: only where the session has the credential version and the
    /// last proof that it was read with, and is neither revoked nor expired. Its refresh secret stays as it is.
    /// </summary>
    /// <returns>Whether this caller's update took effect.</returns>
    Task<bool> ProveAsync(SessionProof proof, CancellationToken cancellationToken);

    /// <summary>Ends all of a user's sessions, or all but one; some at a time, so that no lock is held for long.</summary>
    Task RevokeAllAsync(Guid userId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes sessions that had expired by then. One that ended with its absolute lifetime may stay for its idle timeout longer.</summary>
    Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
