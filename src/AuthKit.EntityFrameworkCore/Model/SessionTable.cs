using AuthKit.EntityFrameworkCore.Types;
using AuthKit.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

internal sealed class SessionTable(ColumnTypes types) : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> row)
    {
        row.HasTable("authkit_sessions", nameof(Session.Id));
        row.HasColumn(session => session.Id, "id", types.Id);
        row.HasColumn(session => session.UserId, "user_id", types.Id);
        row.HasColumn(session => session.ClientId, "client_id", types.ExactText(256));
        row.HasColumn(session => session.Scope, "scope", types.Text(1024));
        row.HasColumn(session => session.Handle, "handle", types.Binary(16));
        row.HasColumn(session => session.SecretHash, "secret_hash", types.Binary(32));
        row.HasColumn(session => session.Salt, "salt", types.Binary(32));
        row.HasColumn(session => session.CreatedAt, "created_at", types.Time);
        row.HasColumn(session => session.LastUsedAt, "last_used_at", types.Time);
        row.HasColumn(session => session.ExpiresAt, "expires_at", types.Time);
        row.HasColumn(session => session.AbsoluteExpiresAt, "absolute_expires_at", types.Time);
        row.HasColumn(session => session.RevokedAt, "revoked_at", types.Time);
        row.HasColumn(session => session.AuthenticatedAt, "authenticated_at", types.Time);
        row.HasIndexOver(nameof(Session.Handle)).IsUnique();
        row.HasIndexOver(nameof(Session.UserId));
        row.HasIndexOver(nameof(Session.ExpiresAt));
    }
}
