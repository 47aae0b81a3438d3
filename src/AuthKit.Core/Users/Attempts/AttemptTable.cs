using AuthKit.Records;

namespace AuthKit.Users.Attempts;

/// <summary>How failed attempts are kept that no account's row counts.</summary>
internal static class AttemptTable
{
    public static readonly Table<FailedAttempts> Rows = new("authkit_failed_attempts", since: 4);
    public static readonly Column<byte[]> Subject = Rows.Binary("subject", 32, static attempts => attempts.Subject);
    public static readonly Column<int> Failures = Rows.Integer("failures", static attempts => attempts.Failures);
    public static readonly Column<DateTimeOffset> LastFailure = Rows.Time("last_failure", static attempts => attempts.LastFailure);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static attempts => attempts.ExpiresAt);

    static AttemptTable()
    {
        Rows.KeyedBy(Subject);
        Rows.FoundBy(ExpiresAt);
        Rows.ReadBy(static row => new()
        {
            Subject = row.Get(Subject),
            Failures = row.Get(Failures),
            LastFailure = row.Get(LastFailure),
            ExpiresAt = row.Get(ExpiresAt),
        });
    }
}
