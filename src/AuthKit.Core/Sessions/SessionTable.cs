using AuthKit.Records;

namespace AuthKit.Sessions;

/// <summary>How sessions are kept.</summary>
internal static class SessionTable
{
    public static readonly Table<Session> Rows = new("authkit_sessions");
    public static readonly Column<Guid> Id = Rows.Id("id", static session => session.Id);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static session => session.UserId);
    public static readonly Column<string> ClientId = Rows.ExactText("client_id", 256, static session => session.ClientId);
    public static readonly Column<string> Scope = Rows.Text("scope", 1024, static session => session.Scope);
    public static readonly Column<byte[]> Handle = Rows.Binary("handle", 16, static session => session.Handle).Secret();
    public static readonly Column<byte[]?> SecretHash = Rows.BinaryOrNull("secret_hash", 32, static session => session.SecretHash).Secret();
    public static readonly Column<byte[]?> Salt = Rows.BinaryOrNull("salt", 32, static session => session.Salt).Secret();
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static session => session.CreatedAt);
    public static readonly Column<DateTimeOffset> LastUsedAt = Rows.Time("last_used_at", static session => session.LastUsedAt);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static session => session.ExpiresAt);
    public static readonly Column<DateTimeOffset> AbsoluteExpiresAt = Rows.Time("absolute_expires_at", static session => session.AbsoluteExpiresAt);
    public static readonly Column<DateTimeOffset?> RevokedAt = Rows.TimeOrNull("revoked_at", static session => session.RevokedAt);
    public static readonly Column<DateTimeOffset?> AuthenticatedAt = Rows.TimeOrNull("authenticated_at", static session => session.AuthenticatedAt, since: 3);

    /// <summary>
    /// The day, counted from 1970, on which the session expires at the latest: what the sweeper finds it by. A refresh seldom
    /// changes it, so that PostgreSQL writes no index then (a heap-only tuple). Null in what a node of version 3 wrote.
    /// </summary>
    public static readonly Column<int?> ExpiresOn = Rows.IntegerOrNull("expires_on", static session => DayOf(session.ExpiresAt), since: 4);

    /// <summary>Null in what a node of version 3 wrote.</summary>
    public static readonly Column<int?> CredentialVersion = Rows.IntegerOrNull("credential_version", static session => session.CredentialVersion, since: 4);

    public static readonly Column<Guid?> ParentId = Rows.IdOrNull("parent_id", static session => session.ParentId, since: 5);
    public static readonly Column<string?> Confirmation = Rows.ExactTextOrNull("confirmation", 64, static session => session.Confirmation, since: 5);
    public static readonly Column<string?> Details = Rows.TextOrNull("details", SessionDetails.MaxLength, static session => session.Details, since: 5);

    public static readonly Column<string?> Device = Rows.TextOrNull("device", SessionDevice.MaxLabel, static session => session.Device, since: 6);
    public static readonly Column<string?> Address = Rows.ExactTextOrNull("address", SessionDevice.MaxAddress, static session => session.Address, since: 6);
    public static readonly Column<string?> Name = Rows.TextOrNull("name", SessionDevice.MaxName, static session => session.Name, since: 6);

    static SessionTable()
    {
        Rows.KeyedBy(Id);
        Rows.UniqueBy(Handle);
        Rows.FoundBy(UserId, until: 6);
        Rows.FoundBy([UserId, Id], since: 6);
        Rows.FoundBy(ExpiresAt, until: 4);
        Rows.FoundBy(ExpiresOn, since: 4);
        Rows.OwnedBy(UserId);
        Rows.LivesFrom(CreatedAt, until: AbsoluteExpiresAt);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            UserId = row.Get(UserId),
            ClientId = row.Get(ClientId),
            Scope = row.Get(Scope),
            Handle = row.Get(Handle),
            SecretHash = row.Get(SecretHash),
            Salt = row.Get(Salt),
            CreatedAt = row.Get(CreatedAt),
            LastUsedAt = row.Get(LastUsedAt),
            ExpiresAt = row.Get(ExpiresAt),
            AbsoluteExpiresAt = row.Get(AbsoluteExpiresAt),
            RevokedAt = row.Get(RevokedAt),
            AuthenticatedAt = row.Get(AuthenticatedAt),
            CredentialVersion = row.Get(CredentialVersion),
            ParentId = row.Get(ParentId),
            Confirmation = row.Get(Confirmation),
            Details = row.Get(Details),
            Device = row.Get(Device),
            Address = row.Get(Address),
            Name = row.Get(Name),
        });
    }

    /// <summary>The day, counted from 1970, that a point in time is in.</summary>
    public static int DayOf(DateTimeOffset time) => (int)(time.ToUnixTimeSeconds() / (24 * 60 * 60));
}
