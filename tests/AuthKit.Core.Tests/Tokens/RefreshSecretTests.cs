using AuthKit.Sessions;
using AuthKit.Tokens;

namespace AuthKit.Core.Tests.Tokens;

public sealed class RefreshSecretTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_successor_follows_from_the_secret_and_the_salt()
    {
        var secret = TokenSecret.New();
        var salt = RefreshSecret.NewSalt();
        var successor = RefreshSecret.Successor(secret, salt);

        Assert.Multiple(() =>
        {
            Assert.That(RefreshSecret.Successor([.. secret], [.. salt]), Is.EqualTo(successor));
            Assert.That(RefreshSecret.Successor(secret, RefreshSecret.NewSalt()), Is.Not.EqualTo(successor));
            Assert.That(RefreshSecret.Successor(TokenSecret.New(), salt), Is.Not.EqualTo(successor));
        });
    }

    [Test]
    public void Only_the_direct_predecessor_is_recognised()
    {
        var first = TokenSecret.New();
        var second = RefreshSecret.Successor(first, RefreshSecret.NewSalt());
        var salt = RefreshSecret.NewSalt();
        var third = RefreshSecret.Successor(second, salt);
        var session = Session(TokenSecret.Hash(third), salt);

        Assert.Multiple(() =>
        {
            Assert.That(RefreshSecret.IsPredecessor(second, session, out var successor), Is.True);
            Assert.That(successor, Is.EqualTo(third));
            Assert.That(RefreshSecret.IsPredecessor(first, session, out _), Is.False);
            Assert.That(RefreshSecret.IsPredecessor(TokenSecret.New(), session, out _), Is.False);
            Assert.That(RefreshSecret.IsPredecessor(second, Session(null, null), out _), Is.False);
        });
    }

    private static Session Session(byte[]? hash, byte[]? salt) => new()
    {
        Id = Guid.NewGuid(),
        UserId = Guid.NewGuid(),
        ClientId = "client",
        Scope = "",
        Handle = new byte[16],
        SecretHash = hash,
        Salt = salt,
        CreatedAt = Now,
        LastUsedAt = Now,
        ExpiresAt = Now,
        AbsoluteExpiresAt = Now,
    };
}
