using AuthKit.Users;

namespace AuthKit.Core.Tests.Users;

public sealed class LockoutTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LockoutOptions _options = new();

    [TestCase(0, 0, false)]
    [TestCase(4, 0, false)]
    [TestCase(5, 14, true)]
    [TestCase(5, 15, false)]
    [TestCase(6, 29, true)]
    [TestCase(6, 30, false)]
    [TestCase(1_000_000, 899, true)]
    [TestCase(1_000_000, 900, false, Description = "Never for good.")]
    public void The_lock_follows_from_the_count_and_the_time(int failures, int secondsAgo, bool locked) =>
        Assert.That(Lockout.IsLocked(Account(failures, secondsAgo), _options, Now), Is.EqualTo(locked));

    private static User Account(int failures, int secondsAgo) => new()
    {
        Id = Guid.NewGuid(),
        Email = "a@example.com",
        CreatedAt = Now,
        FailedSignIns = failures,
        LastFailedSignIn = failures == 0 ? null : Now.AddSeconds(-secondsAgo),
    };
}
