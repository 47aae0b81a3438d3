using System.Security.Cryptography;
using AuthKit.Records;

namespace AuthKit.TwoFactor.Storage;

/// <summary>How recovery codes are kept.</summary>
internal static class RecoveryCodeTable
{
    public static readonly Table<RecoveryCode> Rows = new("authkit_recovery_codes");
    public static readonly Column<byte[]> Hash = Rows.Binary("hash", HMACSHA256.HashSizeInBytes, static code => code.Hash).Secret();
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static code => code.UserId);
    public static readonly Column<Guid> Batch = Rows.Id("batch", static code => code.Batch);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static code => code.CreatedAt);
    public static readonly Column<DateTimeOffset?> UsedAt = Rows.TimeOrNull("used_at", static code => code.UsedAt);

    static RecoveryCodeTable()
    {
        Rows.KeyedBy(Hash);
        Rows.FoundBy(UserId);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new(row.Get(Hash), row.Get(UserId), row.Get(Batch), row.Get(CreatedAt), row.Get(UsedAt)));
    }
}
