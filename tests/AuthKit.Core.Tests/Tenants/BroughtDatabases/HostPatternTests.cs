using AuthKit.Databases.Brought;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

public sealed class HostPatternTests
{
    private const int DefaultPort = 5432;

    [TestCase("db.example.com", "db.example.com")]
    [TestCase("DB.example.com", "db.EXAMPLE.com")]
    [TestCase("*.example.com", "db.example.com")]
    [TestCase("*.example.com", "a.b.example.com")]
    [TestCase("8.8.8.8", "8.8.8.8")]
    [TestCase("localhost", "localhost")]
    public void Matches(string pattern, string host) => Assert.That(Matches(pattern, host, DefaultPort), Is.True);

    [TestCase("db.example.com", "example.com")]
    [TestCase("db.example.com", "a.db.example.com")]
    [TestCase("db.example.com", "db.example.com.evil.test")]
    [TestCase("db.example.com", "db.example.com.")]
    [TestCase("db.example.com", "db-example-com")]
    [TestCase("*.example.com", "example.com")]
    [TestCase("*.example.com", ".example.com")]
    [TestCase("*.example.com", "evilexample.com")]
    [TestCase("*.example.com", "db.example.com.evil.test")]
    [TestCase("*.example.com", "user@db.example.com")]
    [TestCase("*.example.com", "evil.test#.example.com")]
    [TestCase("*.example.com", "evil.test/.example.com")]
    [TestCase("*.example.com", "evil.test\\.example.com")]
    [TestCase("*.example.com", "evil.test,db.example.com")]
    [TestCase("*.example.com", "evil.test\n.example.com")]
    [TestCase("*.example.com", "evil.test\0.example.com")]
    [TestCase("*.example.com", "evil.test%00.example.com")]
    [TestCase("*.example.com", "еxample.example.com", Description = "a Cyrillic letter")]
    [TestCase("*.example.com", "db。example.com", Description = "another script's dot")]
    [TestCase("*.example.com", "[::1].example.com")]
    [TestCase("*.example.com", "")]
    public void Does_not_match(string pattern, string host) => Assert.That(Matches(pattern, host, DefaultPort), Is.False);

    [TestCase("db.example.com", 5432, true)]
    [TestCase("db.example.com", 22, false)]
    [TestCase("db.example.com:6432", 6432, true)]
    [TestCase("db.example.com:6432", 5432, false)]
    [TestCase("*.example.com:6432", 6432, true)]
    public void Keeps_to_one_port(string pattern, int port, bool allowed) => Assert.That(Matches(pattern, "db.example.com", port), Is.EqualTo(allowed));

    [TestCase("")]
    [TestCase("*")]
    [TestCase("*.")]
    [TestCase("*.com")]
    [TestCase("db.*.com")]
    [TestCase("*example.com")]
    [TestCase("http://db.example.com")]
    [TestCase("db.example.com:0")]
    [TestCase("db.example.com:65536")]
    [TestCase("db.example.com:x")]
    [TestCase("::1")]
    [TestCase(null)]
    public void Is_no_pattern(string? text) => Assert.That(HostPattern.TryParse(text, out _), Is.False);

    private static bool Matches(string pattern, string host, int port) =>
        HostPattern.TryParse(pattern, out var parsed) && parsed.Matches(host, port, DefaultPort);
}
