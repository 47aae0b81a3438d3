using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Sessions.SessionTable;

namespace AuthKit.Sessions;

internal sealed class SessionStore(IRecords records) : ISessionStore
{
    private const int Batch = 2000;

    public Task CreateAsync(Session session, CancellationToken cancellationToken) => records.InsertAsync(Rows, session, cancellationToken);

    public async Task<RotationResult> RotateAsync(SessionRotation rotation, CancellationToken cancellationToken)
    {
        var (changed, session, _) = await records.UpdateAsync(Rows, Rotatable(rotation), Changes(rotation), readBy: Handle, cancellationToken);
        return new(changed == 1, session);
    }

    /// <summary>The same, and what the session's user refers to, in the same round trip where the engine can.</summary>
    public async Task<(RotationResult Rotation, TAccount? Account)> RotateAsync<TAccount>(SessionRotation rotation, Reference<TAccount> account, CancellationToken cancellationToken) where TAccount : class
    {
        var ((changed, session, _), user) = await records.UpdateAsync(Rows, Rotatable(rotation), Changes(rotation), readBy: Handle, account, cancellationToken);
        return (new(changed == 1, session), user);
    }

    public Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken) => records.FindAsync(Rows, [Id.Is(id)], cancellationToken);

    public Task<Session?> FindByHandleAsync(byte[] handle, CancellationToken cancellationToken) => records.FindAsync(Rows, [Handle.Is(handle)], cancellationToken);

    public Task RevokeByHandleAsync(byte[] handle, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync([Handle.Is(handle), UserId.Is(userId), RevokedAt.IsNull], now, cancellationToken);

    public Task RevokeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync([Id.Is(id), RevokedAt.IsNull], now, cancellationToken);

    public async Task<IReadOnlyList<Session>> ListStandingAsync(Guid userId, Guid? parentId, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        Condition[] standing = [UserId.Is(userId), RevokedAt.IsNull, ExpiresAt.After(now)];
        return await records.ListAsync(Rows, parentId is null ? standing : [.. standing, ParentId.Is(parentId)], orderBy: CreatedAt, limit, cancellationToken);
    }

    public async Task<IReadOnlyList<Session>> ListStandingAsync(Guid userId, Guid? before, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Condition[] standing = [UserId.Is(userId), RevokedAt.IsNull, ExpiresAt.After(now)];
        return await records.ListAsync(Rows, before is { } id ? [.. standing, Id.Before(id)] : standing, Id.Descending, limit, cancellationToken);
    }

    public async Task<bool> EndAsync(Guid id, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await records.UpdateAsync(Rows, [Id.Is(id), UserId.Is(userId), RevokedAt.IsNull, ExpiresAt.After(now)], [RevokedAt.To(now)], readBy: null, cancellationToken)).Changed == 1;

    public async Task<bool> RenameAsync(Guid id, Guid userId, string? name, CancellationToken cancellationToken) =>
        (await records.UpdateAsync(Rows, [Id.Is(id), UserId.Is(userId), RevokedAt.IsNull], [Name.To(name)], readBy: null, cancellationToken)).Changed == 1;

    public Task AdoptAsync(Guid userId, Guid parentId, Guid newParentId, CancellationToken cancellationToken) =>
        records.UpdateAsync(Rows, [UserId.Is(userId), ParentId.Is(parentId)], [ParentId.To(newParentId)], readBy: null, cancellationToken);

    public Task RebindAsync(Guid id, Guid userId, int credentialVersion, CancellationToken cancellationToken) =>
        records.UpdateAsync(Rows, [Id.Is(id), UserId.Is(userId), RevokedAt.IsNull], [CredentialVersion.To(credentialVersion)], readBy: null, cancellationToken);

    public async Task<bool> ProveAsync(SessionProof proof, CancellationToken cancellationToken)
    {
        var session = proof.Session;
        Condition[] asRead =
        [
            Id.Is(session.Id),
            UserId.Is(session.UserId),
            RevokedAt.IsNull,
            ExpiresAt.After(proof.Now),
            session.CredentialVersion is null ? CredentialVersion.IsNull : CredentialVersion.Is(session.CredentialVersion),
            session.AuthenticatedAt is null ? AuthenticatedAt.IsNull : AuthenticatedAt.Is(session.AuthenticatedAt),
        ];
        var (changed, _, _) = await records.UpdateAsync(Rows, asRead, [AuthenticatedAt.To(proof.Now), Details.To(proof.Details)], readBy: null, cancellationToken);
        return changed == 1;
    }

    public async Task RevokeAllAsync(Guid userId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Condition[] standing = except is { } kept ? [UserId.Is(userId), RevokedAt.IsNull, Id.IsNot(kept)] : [UserId.Is(userId), RevokedAt.IsNull];
        // Few sessions end in one statement after this; of many, the oldest first.
        while (await records.ListAsync(Rows, standing, orderBy: CreatedAt, Batch, cancellationToken) is { Count: Batch } oldest)
            await RevokeAsync([.. standing, CreatedAt.AtMost(oldest[^1].CreatedAt)], now, cancellationToken);
        await RevokeAsync(standing, now, cancellationToken);
    }

    public async Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        await records.SweepAsync(Rows, [ExpiresOn.AtMost(DayOf(before)), ExpiresAt.AtMost(before)], cancellationToken)
        + await records.SweepAsync(Rows, [ExpiresOn.IsNull, ExpiresAt.AtMost(before)], cancellationToken);

    private static Condition[] Rotatable(SessionRotation rotation)
    {
        Condition[] named = rotation.SessionId is { } id ? [Id.Is(id)] : [];
        return
        [
            Handle.Is(rotation.Handle),
            ClientId.Is(rotation.ClientId),
            SecretHash.Is(rotation.SecretHash),
            RevokedAt.IsNull,
            ExpiresAt.After(rotation.Now),
            rotation.Confirmation is { } key ? Confirmation.Is(key) : Confirmation.IsNull,
            .. named,
        ];
    }

    private static Change[] Changes(SessionRotation rotation)
    {
        Change[] bound = rotation.Binding is { } key ? [Confirmation.To(key)] : [];
        Change[] seen = rotation.Address is { } address ? [Address.To(address)] : [];
        return bound.Length + seen.Length == 0 ? NextSecret(rotation) : [.. NextSecret(rotation), .. bound, .. seen];
    }

    private static Change[] NextSecret(SessionRotation rotation) =>
    [
        SecretHash.To(rotation.NextSecretHash),
        Salt.To(rotation.Salt),
        LastUsedAt.To(rotation.Now),
        ExpiresAt.ToLesserOf(rotation.IdleExpiry, AbsoluteExpiresAt),
        ExpiresOn.To(DayOf(rotation.IdleExpiry)),
    ];

    private Task RevokeAsync(Condition[] where, DateTimeOffset now, CancellationToken cancellationToken) =>
        records.UpdateAsync(Rows, where, [RevokedAt.To(now)], readBy: null, cancellationToken);
}

internal static class SessionPort
{
    extension(DatabaseLease database)
    {
        public ISessionStore Sessions => database.Port<ISessionStore>(static records => new SessionStore(records));
    }
}
