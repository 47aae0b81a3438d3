using AuthKit.Records;

namespace AuthKit.AuthorizationServer.Consents;

/// <summary>How consents are kept: a row for each scope.</summary>
internal static class ConsentTable
{
    public static readonly Table<Consent> Rows = new("authkit_consents", since: 3);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static consent => consent.UserId);
    public static readonly Column<string> ClientId = Rows.ExactText("client_id", 256, static consent => consent.ClientId);
    public static readonly Column<string> Scope = Rows.ExactText("scope", 128, static consent => consent.Scope);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static consent => consent.CreatedAt);

    static ConsentTable()
    {
        Rows.KeyedBy(UserId, ClientId, Scope);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new(row.Get(UserId), row.Get(ClientId), row.Get(Scope), row.Get(CreatedAt)));
    }
}
