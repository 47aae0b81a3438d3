using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Features.AuditLog.AuditTable;

namespace AuthKit.Features.AuditLog;

/// <summary>The rows of the audit log: added, read, emptied of what is personal, and deleted once they are old. Nothing else changes them.</summary>
internal sealed class AuditStore
{
    private readonly IRecords _records;

    // Not public: what can be made of records from outside is a port.
    internal AuditStore(IRecords records) => _records = records;

    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) => _records.InsertAsync(Rows, entry, cancellationToken);

    /// <summary>The newest entries that meet the query, of those older than one.</summary>
    public Task<List<AuditEntry>> ListAsync(AuditQuery query, Guid? before, int limit, CancellationToken cancellationToken) =>
        _records.ListAsync(Rows, [.. Conditions(query, before)], orderBy: Id.Descending, limit, cancellationToken);

    /// <summary>Takes from the entries of an account what is personal.</summary>
    public async Task<int> EraseAsync(string tenant, Guid userId, CancellationToken cancellationToken) =>
        (await _records.UpdateAsync(Rows, [UserId.Is(userId), TenantAlias.Is(tenant)], [Address.To(null), Device.To(null)], readBy: null, cancellationToken)).Changed;

    public Task<int> DeleteBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) =>
        _records.SweepAsync(Rows, [Id.Before(AuditIds.From(time))], cancellationToken);

    private static IEnumerable<Condition> Conditions(AuditQuery query, Guid? before)
    {
        if (query.UserId is { } userId)
            yield return UserId.Is(userId);
        if (query.Tenant is { } tenant)
            yield return TenantAlias.Is(tenant);
        if (query.Event is { } name)
            yield return Event.Is(name);
        if (query.ClientId is { } client)
            yield return ClientId.Is(client);
        if (query.Address is { } address)
            yield return Address.Is(AuditEntries.Text(address));
        if (query.From is { } from)
            yield return Id.AtLeast(AuditIds.From(from));
        if (query.Until is { } until)
            yield return Id.Before(AuditIds.From(until));
        if (before is { } last)
            yield return Id.Before(last);
    }
}

internal static class AuditPort
{
    extension(DatabaseLease database)
    {
        public AuditStore Audit => database.Port(static records => new AuditStore(records));
    }
}
