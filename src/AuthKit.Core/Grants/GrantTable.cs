using AuthKit.Records;

namespace AuthKit.Grants;

/// <summary>How one-time secrets are kept.</summary>
internal static class GrantTable
{
    public static readonly Table<Grant> Rows = new("authkit_grants");
    public static readonly Column<byte[]> Handle = Rows.Binary("handle", 16, static grant => grant.Handle).Secret();
    public static readonly Column<int> Kind = Rows.Integer("kind", static grant => (int)grant.Kind);
    public static readonly Column<byte[]> SecretHash = Rows.Binary("secret_hash", 32, static grant => grant.SecretHash).Secret();
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static grant => grant.UserId);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static grant => grant.CreatedAt);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static grant => grant.ExpiresAt);
    public static readonly Column<DateTimeOffset?> ConsumedAt = Rows.TimeOrNull("consumed_at", static grant => grant.ConsumedAt);
    public static readonly Column<string?> ClientId = Rows.ExactTextOrNull("client_id", 256, static grant => grant.ClientId, since: 3);
    public static readonly Column<byte[]?> Data = Rows.BinaryOrNull("data", 8000, static grant => grant.Data, since: 3).Secret();

    static GrantTable()
    {
        Rows.KeyedBy(Handle);
        Rows.FoundBy(UserId);
        Rows.FoundBy(ExpiresAt);
        Rows.OwnedBy(UserId);
        Rows.LivesFrom(CreatedAt, until: ExpiresAt);
        Rows.ReadBy(static row => new()
        {
            Handle = row.Get(Handle),
            Kind = (GrantKind)row.Get(Kind),
            SecretHash = row.Get(SecretHash),
            UserId = row.Get(UserId),
            CreatedAt = row.Get(CreatedAt),
            ExpiresAt = row.Get(ExpiresAt),
            ConsumedAt = row.Get(ConsumedAt),
            ClientId = row.Get(ClientId),
            Data = row.Get(Data),
        });
    }
}
