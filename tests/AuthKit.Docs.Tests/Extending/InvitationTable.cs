using AuthKit.Records;

namespace AuthKit.Docs.Tests.Extending;

public sealed record Invitation(byte[] CodeHash, Guid InviterId, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt = null);

public static class InvitationTable
{
    public static readonly Table<Invitation> Rows = new("app_invitations");
    public static readonly Column<byte[]> CodeHash = Rows.Binary("code_hash", 32, invitation => invitation.CodeHash);
    public static readonly Column<Guid> InviterId = Rows.Id("inviter_id", invitation => invitation.InviterId);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", invitation => invitation.ExpiresAt);
    public static readonly Column<DateTimeOffset?> UsedAt = Rows.TimeOrNull("used_at", invitation => invitation.UsedAt);

    public static readonly Schema Schema;

    static InvitationTable()
    {
        Rows.KeyedBy(CodeHash);
        Rows.ReadBy(row => new(row.Get(CodeHash), row.Get(InviterId), row.Get(ExpiresAt), row.Get(UsedAt)));
        Schema = new("app_invitations", 1, [Rows]);
    }
}
