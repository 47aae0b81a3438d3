using System.Security.Cryptography;
using AuthKit.Records;

namespace AuthKit.TwoFactor.Storage;

/// <summary>How remembered devices are kept.</summary>
internal static class TrustedDeviceTable
{
    public const int MaxLabel = 64;

    public static readonly Table<TrustedDevice> Rows = new("authkit_trusted_devices");
    public static readonly Column<Guid> Id = Rows.Id("id", static device => device.Id);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static device => device.UserId);
    public static readonly Column<byte[]> TokenHash = Rows.Binary("token_hash", SHA256.HashSizeInBytes, static device => device.TokenHash).Secret();
    public static readonly Column<string> Label = Rows.Text("label", MaxLabel, static device => device.Label);
    public static readonly Column<int> CredentialVersion = Rows.Integer("credential_version", static device => device.CredentialVersion);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static device => device.CreatedAt);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static device => device.ExpiresAt);

    static TrustedDeviceTable()
    {
        Rows.KeyedBy(Id);
        Rows.UniqueBy(TokenHash);
        Rows.FoundBy(UserId);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            UserId = row.Get(UserId),
            TokenHash = row.Get(TokenHash),
            Label = row.Get(Label),
            CredentialVersion = row.Get(CredentialVersion),
            CreatedAt = row.Get(CreatedAt),
            ExpiresAt = row.Get(ExpiresAt),
        });
    }
}
