using AuthKit.Sessions;

namespace AuthKit.Features.Devices;

/// <summary>Where an account is signed in: one of its sessions, as its owner sees it.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="ClientId">The client, or the contract where the caller presented none.</param>
/// <param name="ClientName">What people know the client by.</param>
/// <param name="Label">A short name of the device, as its program calls itself; null where that was not kept.</param>
/// <param name="Address">The address that it was last used from; null where that was not kept.</param>
/// <param name="Name">What its owner calls it; null where they do not.</param>
/// <param name="CreatedAt">When it signed in.</param>
/// <param name="LastUsedAt">When its refresh token was last exchanged; the sign-in, before that.</param>
/// <param name="IsCurrent">Whether it is the one that asks.</param>
public sealed record Device(Guid Id, string ClientId, string ClientName, string? Label, string? Address, string? Name, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool IsCurrent)
{
    internal static Device Of(Session session, string clientName, Guid current) =>
        new(session.Id, session.ClientId, clientName, session.Device, session.Address, session.Name, session.CreatedAt, session.LastUsedAt, session.Id == current);
}

/// <summary>A page of devices, the youngest first.</summary>
/// <param name="Devices">The devices.</param>
/// <param name="Next">The cursor of the next page; null where this is the last.</param>
public sealed record DevicePage(IReadOnlyList<Device> Devices, string? Next);
