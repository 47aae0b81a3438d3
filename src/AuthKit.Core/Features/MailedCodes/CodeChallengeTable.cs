using AuthKit.Records;

namespace AuthKit.Features.MailedCodes;

/// <summary>How codes that were asked for are kept, in the home database.</summary>
internal static class CodeChallengeTable
{
    public static readonly Table<CodeChallenge> Rows = new("authkit_mailed_codes");
    public static readonly Column<byte[]> Handle = Rows.Binary("handle", 16, static challenge => challenge.Handle);
    public static readonly Column<byte[]> AskerHash = Rows.Binary("asker_hash", 32, static challenge => challenge.AskerHash);
    public static readonly Column<byte[]> Subject = Rows.Binary("subject", 32, static challenge => challenge.Subject);
    public static readonly Column<byte[]?> Accounts = Rows.BinaryOrNull("accounts", 4000, static challenge => challenge.Accounts);
    public static readonly Column<int> Attempts = Rows.Integer("attempts", static challenge => challenge.Attempts);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static challenge => challenge.CreatedAt);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static challenge => challenge.ExpiresAt);
    public static readonly Column<DateTimeOffset?> ConsumedAt = Rows.TimeOrNull("consumed_at", static challenge => challenge.ConsumedAt);

    static CodeChallengeTable()
    {
        Rows.KeyedBy(Handle);
        Rows.FoundBy(ExpiresAt);
        Rows.LivesFrom(CreatedAt, until: ExpiresAt);
        Rows.ReadBy(static row => new()
        {
            Handle = row.Get(Handle),
            AskerHash = row.Get(AskerHash),
            Subject = row.Get(Subject),
            Accounts = row.Get(Accounts),
            Attempts = row.Get(Attempts),
            CreatedAt = row.Get(CreatedAt),
            ExpiresAt = row.Get(ExpiresAt),
            ConsumedAt = row.Get(ConsumedAt),
        });
    }

    /// <summary>The table as a schema of its own, which a host without the feature does not have.</summary>
    public static Schema Schema { get; } = new("authkit_mailed_codes", 1, [Rows]);
}
