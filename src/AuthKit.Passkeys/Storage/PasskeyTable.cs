using System.Security.Cryptography;
using AuthKit.Records;

namespace AuthKit.Passkeys.Storage;

/// <summary>How passkeys are kept.</summary>
internal static class PasskeyTable
{
    public const int MaxCredentialId = 1023;
    public const int MaxPublicKey = 2000;
    public const int MaxName = 64;

    public static readonly Table<Passkey> Rows = new("authkit_passkeys");
    public static readonly Column<Guid> Id = Rows.Id("id", static passkey => passkey.Id);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static passkey => passkey.UserId);
    public static readonly Column<byte[]> CredentialId = Rows.Binary("credential_id", MaxCredentialId, static passkey => passkey.CredentialId);
    public static readonly Column<byte[]> CredentialHash = Rows.Binary("credential_hash", SHA256.HashSizeInBytes, static passkey => passkey.CredentialHash);
    public static readonly Column<byte[]> PublicKey = Rows.Binary("public_key", MaxPublicKey, static passkey => passkey.PublicKey);
    public static readonly Column<long> SignCount = Rows.BigInteger("sign_count", static passkey => passkey.SignCount);
    public static readonly Column<byte[]> Aaguid = Rows.Binary("aaguid", 16, static passkey => passkey.Aaguid);
    public static readonly Column<string?> Transports = Rows.TextOrNull("transports", 128, static passkey => passkey.Transports);
    public static readonly Column<bool> IsBackupEligible = Rows.Boolean("is_backup_eligible", static passkey => passkey.IsBackupEligible);
    public static readonly Column<bool> IsBackedUp = Rows.Boolean("is_backed_up", static passkey => passkey.IsBackedUp);
    public static readonly Column<bool> IsUserVerified = Rows.Boolean("is_user_verified", static passkey => passkey.IsUserVerified);
    public static readonly Column<string> Name = Rows.Text("name", MaxName, static passkey => passkey.Name);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static passkey => passkey.CreatedAt);
    public static readonly Column<DateTimeOffset?> LastUsedAt = Rows.TimeOrNull("last_used_at", static passkey => passkey.LastUsedAt);
    public static readonly Column<DateTimeOffset?> RemovedAt = Rows.TimeOrNull("removed_at", static passkey => passkey.RemovedAt);
    public static readonly Column<bool> IsAddressProved = Rows.Boolean("is_address_proved", static passkey => passkey.IsAddressProved);
    public static readonly Column<int?> CredentialVersion = Rows.IntegerOrNull("credential_version", static passkey => passkey.CredentialVersion);

    static PasskeyTable()
    {
        Rows.KeyedBy(Id);
        Rows.UniqueBy(CredentialHash);
        Rows.FoundBy(UserId);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            UserId = row.Get(UserId),
            CredentialId = row.Get(CredentialId),
            CredentialHash = row.Get(CredentialHash),
            PublicKey = row.Get(PublicKey),
            SignCount = row.Get(SignCount),
            Aaguid = row.Get(Aaguid),
            Transports = row.Get(Transports),
            IsBackupEligible = row.Get(IsBackupEligible),
            IsBackedUp = row.Get(IsBackedUp),
            IsUserVerified = row.Get(IsUserVerified),
            Name = row.Get(Name),
            CreatedAt = row.Get(CreatedAt),
            LastUsedAt = row.Get(LastUsedAt),
            RemovedAt = row.Get(RemovedAt),
            IsAddressProved = row.Get(IsAddressProved),
            CredentialVersion = row.Get(CredentialVersion),
        });
    }
}
