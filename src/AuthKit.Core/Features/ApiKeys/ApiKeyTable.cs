using System.Security.Cryptography;
using AuthKit.Records;
using AuthKit.Tokens;

namespace AuthKit.Features.ApiKeys;

/// <summary>How keys are kept, in each database that accounts live in.</summary>
internal static class ApiKeyTable
{
    public const int MaxName = 100;

    public static readonly Table<ApiKey> Rows = new("authkit_api_keys");
    public static readonly Column<Guid> Id = Rows.Id("id", static key => key.Id);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static key => key.UserId);
    public static readonly Column<int> Slot = Rows.Integer("slot", static key => key.Slot);
    public static readonly Column<string> Name = Rows.Text("name", MaxName, static key => key.Name);
    public static readonly Column<byte[]> Handle = Rows.Binary("handle", OpaqueToken.HandleBytes, static key => key.Handle).Secret();
    public static readonly Column<byte[]> SecretHash = Rows.Binary("secret_hash", SHA256.HashSizeInBytes, static key => key.SecretHash).Secret();
    public static readonly Column<byte[]?> FormerSecretHash = Rows.BinaryOrNull("former_secret_hash", SHA256.HashSizeInBytes, static key => key.FormerSecretHash).Secret();
    public static readonly Column<DateTimeOffset?> FormerUntil = Rows.TimeOrNull("former_until", static key => key.FormerUntil);
    public static readonly Column<string> Scope = Rows.Text("scope", Scopes.MaxTotal, static key => key.Scope);
    public static readonly Column<int?> CredentialVersion = Rows.IntegerOrNull("credential_version", static key => key.CredentialVersion);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static key => key.CreatedAt);
    public static readonly Column<DateTimeOffset?> ExpiresAt = Rows.TimeOrNull("expires_at", static key => key.ExpiresAt);
    public static readonly Column<DateTimeOffset?> RotatedAt = Rows.TimeOrNull("rotated_at", static key => key.RotatedAt);
    public static readonly Column<DateTimeOffset?> LastUsedAt = Rows.TimeOrNull("last_used_at", static key => key.LastUsedAt);

    static ApiKeyTable()
    {
        Rows.KeyedBy(Id);
        Rows.UniqueBy(Handle);
        Rows.UniqueBy(UserId, Slot);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            UserId = row.Get(UserId),
            Slot = row.Get(Slot),
            Name = row.Get(Name),
            Handle = row.Get(Handle),
            SecretHash = row.Get(SecretHash),
            FormerSecretHash = row.Get(FormerSecretHash),
            FormerUntil = row.Get(FormerUntil),
            Scope = row.Get(Scope),
            CredentialVersion = row.Get(CredentialVersion),
            CreatedAt = row.Get(CreatedAt),
            ExpiresAt = row.Get(ExpiresAt),
            RotatedAt = row.Get(RotatedAt),
            LastUsedAt = row.Get(LastUsedAt),
        });
    }

    /// <summary>The table as a schema of its own, which a host without the feature does not have.</summary>
    public static Schema Schema { get; } = new("authkit_api_keys", 1, [Rows]);
}
