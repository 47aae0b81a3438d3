using AuthKit.Queues;
using AuthKit.Records;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>How logouts that clients have to be told are kept, in the home database.</summary>
internal static class LogoutNoticeTable
{
    public static readonly Table<LogoutNotice> Rows = new("authkit_logout_notices", since: 5);
    public static readonly Column<Guid> Id = Rows.Id("id", static notice => notice.Id);
    public static readonly Column<string> ClientId = Rows.ExactText("client_id", 256, static notice => notice.ClientId);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static notice => notice.UserId);
    public static readonly Column<string> Tenant = Rows.ExactText("tenant", 64, static notice => notice.Tenant);
    public static readonly Column<Guid> SessionId = Rows.Id("session_id", static notice => notice.SessionId);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static notice => notice.CreatedAt);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static notice => notice.ExpiresAt);
    public static readonly Column<DateTimeOffset> DueAt = Rows.Time("due_at", static notice => notice.DueAt);
    public static readonly Column<int> Attempts = Rows.Integer("attempts", static notice => notice.Attempts);

    public static readonly QueueColumns<LogoutNotice> Queue = new(Rows, Id, DueAt, Attempts, static (notice, until) => notice with { DueAt = until, Attempts = notice.Attempts + 1 });

    static LogoutNoticeTable()
    {
        Rows.KeyedBy(Id);
        Rows.FoundBy(DueAt);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            ClientId = row.Get(ClientId),
            UserId = row.Get(UserId),
            Tenant = row.Get(Tenant),
            SessionId = row.Get(SessionId),
            CreatedAt = row.Get(CreatedAt),
            ExpiresAt = row.Get(ExpiresAt),
            DueAt = row.Get(DueAt),
            Attempts = row.Get(Attempts),
        });
    }
}
