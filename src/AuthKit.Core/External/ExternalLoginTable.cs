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

    static ExternalLoginTable()
    {
        Rows.KeyedBy(Provider, Subject);
        Rows.ReadBy(static row => new(row.Get(Provider), row.Get(Subject), row.Get(UserId), row.Get(CreatedAt)));
    }
}
