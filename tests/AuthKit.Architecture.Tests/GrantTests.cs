using AuthKit.Architecture.Tests.Reading;
using AuthKit.Grants;

namespace AuthKit.Architecture.Tests;

/// <summary>The kind, secret and expiry of a one-time secret are compared in one place.</summary>
public sealed class GrantTests
{
    private static Type[] Users { get; } =
    [
        .. typeof(Command).Assembly.GetTypes().Where(type => !type.IsGenerated && (type.IsFlow || Rooms.Any(room => type.Namespace?.StartsWith(room, StringComparison.Ordinal) == true))),
    ];

    private static string[] Rooms => ["AuthKit.AuthorizationServer", "AuthKit.Users"];

    [Test]
    public void Whoever_uses_grants_asks_OneTimeSecrets_for_them() =>
        Assert.That(Users.Where(type => type.Mentions().Contains(typeof(IGrantStore))), Is.Empty);

    [Test]
    public void Somebody_uses_them() =>
        Assert.That(Users.Count(type => type.Mentions().Any(named => named.Name == "OneTimeSecrets")), Is.GreaterThan(5));
}
