using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Users.Roles;

/// <summary>The roles that there are, and who has them.</summary>
internal sealed class RoleSet(IOptions<AuthKitOptions> options)
{
    private RoleOptions Options => options.Value.Roles;

    /// <summary>Whether the host has none.</summary>
    public bool IsEmpty => Options.Names.Count == 0;

    public bool Contains(string role) => Options.Names.Contains(role);

    /// <summary>Whether roles can be given; the rule that is broken where they cannot.</summary>
    public BrokenRule? Check(IReadOnlyCollection<string> wanted) =>
        !wanted.All(Contains) ? new(Field.Roles, Rule.Unknown)
        : wanted.Sum(static role => role.Length + 1) > RoleNames.MaxLength ? new(Field.Roles, Rule.TooLong, RoleNames.MaxLength)
        : null;

    /// <summary>Of the roles that an account's row has, those that count.</summary>
    public IEnumerable<string> Of(User user, string tenant) =>
        tenant == Tenant.Home || Options.InTenants ? user.Roles.Where(Contains) : [];

    /// <summary>Adds them to the claims of a token.</summary>
    public void Add(IDictionary<string, object> claims, User user, string tenant)
    {
        string[] roles = [.. Of(user, tenant)];
        if (roles.Length > 0)
            claims[ClaimNames.Role] = roles;
    }
}
