using AuthKit.Records;

namespace AuthKit.TwoFactor.Storage;

/// <summary>How authenticators are kept.</summary>
internal static class AuthenticatorTable
{
    // Twenty bytes grow by header, vector, padding and MAC; a host's own protector may add more.
    private const int MaxSecret = 1000;

    public static readonly Table<Authenticator> Rows = new("authkit_authenticators");
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static authenticator => authenticator.UserId);
    public static readonly Column<Guid?> Id = Rows.IdOrNull("id", static authenticator => authenticator.Id);
    public static readonly Column<byte[]?> Secret = Rows.BinaryOrNull("secret", MaxSecret, static authenticator => authenticator.Secret).Secret();
    public static readonly Column<DateTimeOffset?> ConfirmedAt = Rows.TimeOrNull("confirmed_at", static authenticator => authenticator.ConfirmedAt);
    public static readonly Column<long> LastStep = Rows.BigInteger("last_step", static authenticator => authenticator.LastStep);
    public static readonly Column<Guid?> RecoveryBatch = Rows.IdOrNull("recovery_batch", static authenticator => authenticator.RecoveryBatch);
    public static readonly Column<Guid?> PendingId = Rows.IdOrNull("pending_id", static authenticator => authenticator.PendingId);
    public static readonly Column<byte[]?> PendingSecret = Rows.BinaryOrNull("pending_secret", MaxSecret, static authenticator => authenticator.PendingSecret).Secret();
    public static readonly Column<DateTimeOffset?> PendingAt = Rows.TimeOrNull("pending_at", static authenticator => authenticator.PendingAt);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static authenticator => authenticator.CreatedAt);

    static AuthenticatorTable()
    {
        Rows.KeyedBy(UserId);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new()
        {
            UserId = row.Get(UserId),
            Id = row.Get(Id),
            Secret = row.Get(Secret),
            ConfirmedAt = row.Get(ConfirmedAt),
            LastStep = row.Get(LastStep),
            RecoveryBatch = row.Get(RecoveryBatch),
            PendingId = row.Get(PendingId),
            PendingSecret = row.Get(PendingSecret),
            PendingAt = row.Get(PendingAt),
            CreatedAt = row.Get(CreatedAt),
        });
    }
}
