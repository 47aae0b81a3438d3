using AuthKit.Http;

namespace AuthKit.Features.AuditLog;

/// <summary>Owners of accounts see what happened to them.</summary>
internal sealed class AuditLogFeature() : Feature("audit-log")
{
    public override void Map(FeatureRoutes routes) => routes.Get(
        "activity",
        AuditLogFlows.ListActivity,
        r => new(r.Bearer, r.Query("cursor", required: false), r.Query("limit", required: false)),
        ActivityList.Of);
}

/// <summary>What happened to an account, the newest first.</summary>
internal sealed record ActivityList(IReadOnlyList<ActivityEntry> Entries, string? Next)
{
    public static ActivityList Of(AccountActivity activity) => new([.. activity.Entries.Select(entry => ActivityEntry.Of(entry, activity.SessionId))], activity.Next);
}

/// <summary>One thing that happened to an account.</summary>
internal sealed record ActivityEntry(Guid Id, DateTimeOffset Time, string Event, string? Outcome, string? ClientId, string? Address, string? Device, bool IsCurrentSession)
{
    public static ActivityEntry Of(AuditEntry entry, Guid? sessionId) =>
        new(entry.Id, entry.At, entry.Event, entry.Outcome, entry.ClientId, entry.Address, entry.Device, entry.SessionId is { } session && session == sessionId);
}
