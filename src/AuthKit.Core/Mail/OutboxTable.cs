using AuthKit.Queues;
using AuthKit.Records;

namespace AuthKit.Mail;

/// <summary>How mail that waits is kept, in the home database.</summary>
internal static class OutboxTable
{
    public static readonly Table<OutboxMail> Rows = new("authkit_outbox", since: 4);
    public static readonly Column<Guid> Id = Rows.Id("id", static mail => mail.Id);
    public static readonly Column<string> Kind = Rows.ExactText("kind", 64, static mail => mail.Kind);
    public static readonly Column<byte[]?> ProtectedData = Rows.BinaryOrNull("protected_data", 8000, static mail => mail.ProtectedData);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static mail => mail.CreatedAt);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static mail => mail.ExpiresAt);
    public static readonly Column<DateTimeOffset> DueAt = Rows.Time("due_at", static mail => mail.DueAt);
    public static readonly Column<int> Attempts = Rows.Integer("attempts", static mail => mail.Attempts);
    public static readonly Column<DateTimeOffset?> DeadAt = Rows.TimeOrNull("dead_at", static mail => mail.DeadAt);

    public static readonly QueueColumns<OutboxMail> Queue = new(Rows, Id, DueAt, Attempts, static (mail, until) => mail with { DueAt = until, Attempts = mail.Attempts + 1 });

    static OutboxTable()
    {
        Rows.KeyedBy(Id);
        Rows.FoundBy(DueAt);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            Kind = row.Get(Kind),
            ProtectedData = row.Get(ProtectedData),
            CreatedAt = row.Get(CreatedAt),
            ExpiresAt = row.Get(ExpiresAt),
            DueAt = row.Get(DueAt),
            Attempts = row.Get(Attempts),
            DeadAt = row.Get(DeadAt),
        });
    }
}
