using AuthKit.Grants;

namespace AuthKit.Users.Invitations;

/// <summary>An invitation that was found.</summary>
/// <param name="Tenant">The tenant that it admits to.</param>
/// <param name="Grant">Its grant.</param>
internal sealed record Invitation(string Tenant, Grant Grant);
