using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Consents;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Attempts;
using AuthKit.Users.Roles;

namespace AuthKit.Hosting;

/// <summary>AuthKit's own tables.</summary>
public static class AuthKitSchema
{
    /// <summary>The schema that this release works with.</summary>
    public static Schema Current { get; } = new("authkit", 6,
    [
        UserTable.Rows,
        RoleMemberTable.Rows,
        ExternalLoginTable.Rows,
        SessionTable.Rows,
        GrantTable.Rows,
        KeyTable.Rows,
        DirectoryTable.Rows,
        TenantTable.Rows,
        ClientTable.Rows,
        ConsentTable.Rows,
        AttemptTable.Rows,
        SchemaTables.Features,
        OutboxTable.Rows,
        MailRecipientTable.Rows,
        LogoutNoticeTable.Rows,
    ]);
}
