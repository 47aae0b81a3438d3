using AuthKit.Events;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tenants;

namespace AuthKit.Features.AuditLog;

/// <summary>How the audit log is kept, in the home database. Whatever rows are found by, the id comes after it: the newest come first, and pages follow by it.</summary>
internal static class AuditTable
{
    public const int MaxName = 64;
    public const int MaxClient = 256;

    public static readonly Table<AuditEntry> Rows = new("authkit_audit");
    public static readonly Column<Guid> Id = Rows.Id("id", static entry => entry.Id);
    public static readonly Column<DateTimeOffset> At = Rows.Time("happened_at", static entry => entry.At);
    public static readonly Column<string> Event = Rows.ExactText("event", MaxName, static entry => entry.Event);
    public static readonly Column<string?> TenantAlias = Rows.ExactTextOrNull("tenant", Tenant.MaxAlias, static entry => entry.Tenant);
    public static readonly Column<Guid?> UserId = Rows.IdOrNull("user_id", static entry => entry.UserId);
    public static readonly Column<Guid?> SessionId = Rows.IdOrNull("session_id", static entry => entry.SessionId);
    public static readonly Column<string?> ClientId = Rows.ExactTextOrNull("client_id", MaxClient, static entry => entry.ClientId);
    public static readonly Column<string?> Address = Rows.ExactTextOrNull("address", SessionDevice.MaxAddress, static entry => entry.Address);
    public static readonly Column<string?> Device = Rows.TextOrNull("device", SessionDevice.MaxLabel, static entry => entry.Device);
    public static readonly Column<string?> Outcome = Rows.TextOrNull("outcome", MaxName, static entry => entry.Outcome);
    public static readonly Column<string?> Details = Rows.TextOrNull("details", EventDetails.MaxLength, static entry => entry.Details);

    static AuditTable()
    {
        Rows.KeyedBy(Id);
        Rows.FoundBy([UserId, TenantAlias, Id], since: 1);
        Rows.FoundBy([Event, Id], since: 1);
        Rows.FoundBy([ClientId, Id], since: 1);
        Rows.FoundBy([Address, Id], since: 1);
        At.MapsTo(nameof(AuditEntry.At));
        TenantAlias.MapsTo(nameof(AuditEntry.Tenant));
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            At = row.Get(At),
            Event = row.Get(Event),
            Tenant = row.Get(TenantAlias),
            UserId = row.Get(UserId),
            SessionId = row.Get(SessionId),
            ClientId = row.Get(ClientId),
            Address = row.Get(Address),
            Device = row.Get(Device),
            Outcome = row.Get(Outcome),
            Details = row.Get(Details),
        });
    }
}
