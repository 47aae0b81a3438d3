using AuthKit.Architecture.Tests.Reading;

namespace AuthKit.Architecture.Tests;

/// <summary>The rooms of Core depend on one another in one direction.</summary>
public sealed class RoomTests
{
    /// <summary>The rooms, and which of those above it each may mention: so there is no cycle.</summary>
    private static readonly (string Room, string[] Mentions)[] Core =
    [
        ("Telemetry", []),
        ("Outcomes", []),
        ("Events", ["Telemetry"]),
        ("Records", []),
        ("CommandLine", ["Records"]),
        ("Networking", []),
        ("Databases", ["Records", "Networking"]),
        ("Queues", ["Records", "Databases"]),
        ("Passwords", ["Telemetry", "Outcomes", "Events", "Networking"]),
        ("Mail", ["Telemetry", "Events", "Records", "Databases", "Queues"]),
        ("External", ["Outcomes", "Records", "Databases"]),
        ("Tenants", ["Outcomes", "Events", "Records", "Databases"]),
        ("Sessions", ["Records", "Databases"]),
        ("Tokens", ["Telemetry", "Outcomes", "Events", "Records", "Databases", "Tenants", "Sessions"]),
        ("Grants", ["Records", "Databases", "Tokens"]),
        ("Users", ["Outcomes", "Events", "Records", "Databases", "Passwords", "External", "Tenants", "Sessions", "Tokens", "Grants"]),
        ("Notices", ["Events", "Mail", "External", "Tenants", "Sessions", "Users", "Databases"]),
        ("Proofs", ["Outcomes", "Databases", "Tokens", "Grants"]),
        ("Commands", ["Telemetry", "Outcomes", "Events", "Passwords", "Sessions", "Tokens", "Users", "Proofs"]),
        ("Administration", ["Outcomes", "Events", "Records", "Databases", "Passwords", "Tenants", "Sessions", "Users"]),
        ("SignIns", ["Outcomes", "Events", "Databases", "Tenants", "Sessions", "Tokens", "Grants", "Users", "Commands"]),
        ("AuthorizationServer", ["Telemetry", "Outcomes", "Events", "Records", "Networking", "Databases", "Queues", "Passwords", "Tenants", "Sessions", "Tokens", "Grants", "Users", "Proofs", "Commands", "SignIns"]),
        ("Flows", ["Outcomes", "Events", "Records", "Databases", "Queues", "Passwords", "Mail", "External", "Tenants", "Sessions", "Tokens", "Grants", "Users", "Commands", "SignIns", "AuthorizationServer"]),
        ("Features", ["Telemetry", "Outcomes", "Events", "Records", "Networking", "Databases", "Queues", "Passwords", "Mail", "External", "Tenants", "Sessions", "Tokens", "Grants", "Users", "Commands", "Administration", "SignIns", "AuthorizationServer", "Flows", "CommandLine"]),
    ];

    /// <summary>The same within the authorization server.</summary>
    private static readonly (string Room, string[] Mentions)[] AuthorizationServer =
    [
        ("Clients", []),
        ("Details", ["Clients"]),
        ("Consents", []),
        ("Browsers", []),
        ("Requests", ["Browsers", "Clients", "Details"]),
        ("Codes", ["Clients", "Requests"]),
        ("Devices", ["Clients", "Browsers", "Codes", "Details"]),
        ("Logouts", ["Clients", "Browsers"]),
        ("Exchanges", ["Clients"]),
        ("Flows", ["Clients", "Consents", "Browsers", "Requests", "Codes", "Details", "Devices", "Exchanges", "Logouts"]),
    ];

    private static IEnumerable<string> CoreArrows => Named(Rooms.Arrows(CoreRoom));

    private static IEnumerable<string> AuthorizationServerArrows => Named(Rooms.Arrows(AuthorizationServerRoom));

    [Test]
    public void Core_s_rooms_mention_what_they_may() => AssertSame(CoreArrows.Where(arrow => !arrow.StartsWith("Hosting → ", StringComparison.Ordinal)), Allowed(Core));

    [Test]
    public void The_authorization_server_s_rooms_mention_what_they_may() => AssertSame(AuthorizationServerArrows, Allowed(AuthorizationServer));

    [Test]
    public void What_is_allowed_has_one_direction() => Assert.That(Upwards(Core).Concat(Upwards(AuthorizationServer)), Is.Empty);

    private static void AssertSame(IEnumerable<string> actual, IEnumerable<string> allowed) => Assert.Multiple(() =>
    {
        Assert.That(string.Join('\n', actual.Except(allowed).Order()), Is.Empty, "A room mentions one that it may not.");
        Assert.That(string.Join('\n', allowed.Except(actual).Order()), Is.Empty, "Nothing needs this any more: take it off the list.");
    });

    // The options at the root hold every room's, and every room reads them. Hosting composes what there is, so it may see
    // all; nobody may see it.
    private static string? CoreRoom(string folder) => folder.Split('/')[0] is { Length: > 0 } room ? room : null;

    // Beside its rooms lie its options, their validator and its registrations, which see them all.
    private static string? AuthorizationServerRoom(string folder) => folder.Split('/') is ["AuthorizationServer", var room, ..] ? room : null;

    private static IEnumerable<string> Named(IEnumerable<(string From, string To)> arrows) => arrows.Select(arrow => $"{arrow.From} → {arrow.To}");

    private static IEnumerable<string> Allowed((string Room, string[] Mentions)[] rooms) =>
        rooms.SelectMany(room => room.Mentions.Select(mentioned => $"{room.Room} → {mentioned}"));

    private static IEnumerable<string> Upwards((string Room, string[] Mentions)[] rooms) =>
        rooms.SelectMany((room, at) => room.Mentions.Except(rooms.Take(at).Select(above => above.Room)).Select(mentioned => $"{room.Room} → {mentioned}"));
}
