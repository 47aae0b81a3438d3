using System.Buffers.Text;
using AuthKit.Databases;

namespace AuthKit.Features.AuditLog;

internal sealed class AuditLogReader(HomeDatabase home) : IAuditLog
{
    private const int IdBytes = 16;

    public async Task<Outcome<AuditPage>> ListAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        Guid? before = null;
        if (query.Cursor is { } cursor && (before = Read(cursor)) is null)
            return Failure.Of(Field.Cursor, Rule.Unknown);
        var limit = Math.Clamp(query.Limit, 1, AuditQuery.MaxLimit);
        await using var database = await home.GetAsync(cancellationToken);
        var found = await database.Audit.ListAsync(query, before, limit + 1, cancellationToken);
        return found.Count <= limit ? new AuditPage(found, null) : new AuditPage(found[..limit], Write(found[limit - 1].Id));
    }

    public async Task<int> EraseAsync(string tenant, Guid userId, CancellationToken cancellationToken)
    {
        await using var database = await home.GetAsync(cancellationToken);
        return await database.Audit.EraseAsync(tenant, userId, cancellationToken);
    }

    private static string Write(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    private static Guid? Read(string cursor) =>
        Base64Url.IsValid(cursor, out var length) && length == IdBytes ? new Guid(Base64Url.DecodeFromChars(cursor), bigEndian: true) : null;
}
