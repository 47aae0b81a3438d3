using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>Who administers accounts, and what they may do.</summary>
public sealed class AdministrationOptions
{
    /// <summary>The role that administrators have. Accounts of the home database alone administer: whoever owns a tenant's database could give itself any role.</summary>
    /// <value>Default: <c>admin</c>. It is among the host's roles (<c>AddRoles</c>) without being added.</value>
    public string Role { get; set; } = "admin";

    /// <summary>Whether an administrator has to have proved who they are within <see cref="SignIns.SignInOptions.RecentProof"/> to change anything; what only shows asks for none.</summary>
    /// <value>Default: true.</value>
    public bool RequireRecentProof { get; set; } = true;

    /// <summary>
    /// Whether administrators may act as a user: they get an access token of the user's, which names them (<c>act</c>, RFC 8693 §4.1), and opens everything but what changes
    /// credentials or asks for a recent proof. Nobody acts as an administrator. Whatever such a token does is done in the user's name.
    /// </summary>
    /// <value>Default: false.</value>
    public bool AllowImpersonation { get; set; }

    /// <summary>How long an administrator acts as a user: there is no refresh token. It is shorter where access tokens are (<see cref="Tokens.TokenOptions.AccessTokenLifetime"/>).</summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan ImpersonationLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether a user has the role as things are, in an account that is open.</summary>
    internal bool IsHeldBy(User user) => user is { DisabledAt: null, EraseAt: null } && user.Roles.Contains(Role);
}
