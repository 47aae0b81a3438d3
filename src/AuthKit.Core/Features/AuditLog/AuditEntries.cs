using System.Net;
using AuthKit.Events;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tenants;

namespace AuthKit.Features.AuditLog;

/// <summary>Makes entries of events.</summary>
internal sealed class AuditEntries
{
    private readonly AuditIds _ids = new();

    public AuditEntry Of(AuthEvent raised) => new()
    {
        Id = _ids.Next(raised.Time),
        At = raised.Time,
        Event = Fitting(raised.GetType().Name, AuditTable.MaxName)!,
        Tenant = Fitting(raised.Tenant, Tenant.MaxAlias),
        UserId = raised.UserId,
        SessionId = raised.SessionId,
        ClientId = Fitting(raised.ClientId ?? raised.Contract, AuditTable.MaxClient),
        Address = raised.Address is { } address ? Text(address) : null,
        Device = DeviceLabel.Of(raised.UserAgent),
        Outcome = Fitting(raised.Outcome, AuditTable.MaxName),
        Details = EventDetails.Of(raised),
    };

    /// <summary>An address as it is kept, and found by: without the zone, which names this machine's interface.</summary>
    public static string Text(IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString().Split('%')[0];

    // An event of the host's own may say anything; a row that fits tells more than none.
    private static string? Fitting(string? text, int most)
    {
        if (text is null || !StorableText.Is(text))
            return null;
        return text.Length <= most ? text : StorableText.Is(text[..most]) ? text[..most] : text[..(most - 1)];
    }
}
