using AuthKit.Tenants;

namespace AuthKit.Users.Invitations;

/// <summary>Invites people to tenants that take members by invitation (<see cref="TenantRegistration.ByInvitation"/>). It is had from the host's services.</summary>
public interface ITenantInvitations
{
    /// <summary>
    /// Makes an invitation: a one-time secret, which the host hands over and which a registration sends in place of the
    /// tenant's alias or connection string. It admits one account, with the address that it was made for.
    /// </summary>
    /// <param name="tenant">The tenant's alias.</param>
    /// <param name="email">The address that may register with it.</param>
    /// <param name="lifetime">How long it is valid.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The tenant takes no invitations.</exception>
    Task<string> InviteAsync(string tenant, string email, TimeSpan lifetime, CancellationToken cancellationToken = default);
}
