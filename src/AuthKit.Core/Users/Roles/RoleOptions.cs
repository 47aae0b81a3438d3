namespace AuthKit.Users.Roles;

/// <summary>The roles that accounts can have.</summary>
public sealed class RoleOptions
{
    /// <summary>
    /// Their names, at most 64 of letters, digits and <c>-_.:</c> each; any other is not given to anybody, and is in no token. Where
    /// there are none, accounts have no roles.
    /// </summary>
    /// <value>Default: none. <c>AddRoles</c> adds to them.</value>
    public IList<string> Names { get; } = [];

    /// <summary>
    /// Whether the roles of accounts in tenants' databases are in their tokens, too. <c>RequireRole</c> does not look at the tenant: whoever can write
    /// into a tenant's database then decides who has a role in the host.
    /// </summary>
    /// <value>Default: false.</value>
    public bool InTenants { get; set; }
}
