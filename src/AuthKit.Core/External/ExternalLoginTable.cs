using AuthKit.Records;

namespace AuthKit.External;

/// <summary>How external identities are kept.</summary>
internal static class ExternalLoginTable
{
    public static readonly Table<ExternalLoginRecord> Rows = new("authkit_external_logins");
    public static readonly Column<string> Provider = Rows.ExactText("provider", 64, static login => login.Provider);
    public static readonly Column<string> Subject = Rows.ExactText("subject", 255, static login => login.Subject);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static login => login.UserId);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static login => login.CreatedAt);

    /// <summary>Null, which is unproved and 0, in what a node of version 3 wrote.</summary>
    public static readonly Column<DateTimeOffset?> ProvedAt = Rows.TimeOrNull("proved_at", static login => login.ProvedAt, since: 4);
    public static readonly Column<int?> CredentialVersion = Rows.IntegerOrNull("credential_version", static login => login.CredentialVersion, since: 4);

    static ExternalLoginTable()
    {
        Rows.KeyedBy(Provider, Subject);
        Rows.FoundBy(UserId, since: 4);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new(row.Get(Provider), row.Get(Subject), row.Get(UserId), row.Get(CreatedAt))
        {
            ProvedAt = row.Get(ProvedAt),
            CredentialVersion = row.Get(CredentialVersion),
        });
    }
}
