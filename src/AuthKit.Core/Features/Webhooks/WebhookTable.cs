using AuthKit.Queues;
using AuthKit.Records;

namespace AuthKit.Features.Webhooks;

/// <summary>How messages that wait for endpoints are kept, in the home database. No secret is among them.</summary>
internal static class WebhookTable
{
    /// <summary>The most bytes of a body, which every engine keeps in a column.</summary>
    public const int MaxBody = 8000;

    public const int MaxType = 64;

    public static readonly Table<WebhookMessage> Rows = new("authkit_webhooks");
    public static readonly Column<Guid> Id = Rows.Id("id", static message => message.Id);
    public static readonly Column<string> Lane = Rows.ExactText("lane", 64, static message => message.Lane);
    public static readonly Column<string> Type = Rows.Text("type", MaxType, static message => message.Type);
    public static readonly Column<byte[]> Body = Rows.Binary("body", MaxBody, static message => message.Body);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static message => message.CreatedAt);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static message => message.ExpiresAt);
    public static readonly Column<DateTimeOffset> DueAt = Rows.Time("due_at", static message => message.DueAt);
    public static readonly Column<int> Attempts = Rows.Integer("attempts", static message => message.Attempts);

    public static readonly QueueColumns<WebhookMessage> Queue = new(Rows, Id, DueAt, Attempts, static (message, until) => message with { DueAt = until, Attempts = message.Attempts + 1 });

    static WebhookTable()
    {
        Rows.KeyedBy(Id);
        Rows.FoundBy([Lane, DueAt], since: 1);
        Rows.FoundBy(ExpiresAt);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            Lane = row.Get(Lane),
            Type = row.Get(Type),
            Body = row.Get(Body),
            CreatedAt = row.Get(CreatedAt),
            ExpiresAt = row.Get(ExpiresAt),
            DueAt = row.Get(DueAt),
            Attempts = row.Get(Attempts),
        });
    }
}
