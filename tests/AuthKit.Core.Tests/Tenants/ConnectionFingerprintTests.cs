using AuthKit.Tenants;

namespace AuthKit.Core.Tests.Tenants;

public sealed class ConnectionFingerprintTests
{
    [TestCase("Host=db;Database=a", "database=a; HOST=db;")]
    [TestCase("Data Source=a.db", "DataSource=a.db")]
    [TestCase("mongodb://db/a?w=majority", " mongodb://db/a?w=majority ")]
    public void The_same_connection_in_other_words_is_the_same(string one, string other) =>
        Assert.That(ConnectionFingerprint.Of(one), Is.EqualTo(ConnectionFingerprint.Of(other)));

    [TestCase("Host=db;Database=a", "Host=db;Database=A")]
    [TestCase("Host=db;Database=a", "Host=db;Database=a;Password=x")]
    [TestCase("acme", "ACME")]
    public void Another_connection_is_another(string one, string other) =>
        Assert.That(ConnectionFingerprint.Of(one), Is.Not.EqualTo(ConnectionFingerprint.Of(other)));
}
