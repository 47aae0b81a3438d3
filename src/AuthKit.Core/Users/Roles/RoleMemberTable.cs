using AuthKit.Records;

namespace AuthKit.Users.Roles;

/// <summary>How the members of roles are kept: written before the account's row where a role is given, removed after it where one is taken.</summary>
internal static class RoleMemberTable
{
    public static readonly Table<RoleMember> Rows = new("authkit_role_members", since: 6);
    public static readonly Column<string> Role = Rows.ExactText("role", RoleNames.MaxName, static member => member.Role);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static member => member.UserId);

    static RoleMemberTable()
    {
        Rows.KeyedBy(Role, UserId);
        Rows.FoundBy(UserId);
        Rows.OwnedBy(UserId);
        Rows.ReadBy(static row => new(row.Get(Role), row.Get(UserId)));
    }
}
