using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Users.Roles.RoleMemberTable;

namespace AuthKit.Users.Roles;

/// <summary>By which accounts are found that have a role. The account's own row is what counts.</summary>
internal sealed class RoleMembers(IRecords records)
{
    public async Task AddAsync(Guid userId, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        foreach (var role in roles)
            await records.InsertAsync(Rows, new(role, userId), cancellationToken);
    }

    /// <summary>
    /// After an account's roles were written: removes it from the others. What it has is read once more, and added, after that, so that of two who
    /// write at once neither leaves an account that is not found by a role it has (a race).
    /// </summary>
    public async Task SettleAsync(Guid userId, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        var kept = await records.ListAsync(Rows, [UserId.Is(userId)], orderBy: null, limit: 0, cancellationToken);
        foreach (var member in kept.Where(member => !roles.Contains(member.Role)))
            await records.DeleteAsync(Rows, [Role.Is(member.Role), UserId.Is(userId)], limit: 0, cancellationToken);
        if (await records.FindAsync(UserTable.Rows, [UserTable.Id.Is(userId)], cancellationToken) is { } user)
            await AddAsync(userId, user.Roles, cancellationToken);
    }
}

internal static class RoleMemberPort
{
    extension(DatabaseLease database)
    {
        public RoleMembers RoleMembers => database.Port(static records => new RoleMembers(records));
    }
}
