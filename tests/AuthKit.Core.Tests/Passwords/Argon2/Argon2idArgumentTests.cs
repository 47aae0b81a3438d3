using AuthKit.Passwords;

namespace AuthKit.Core.Tests.Passwords.Argon2;

internal sealed class Argon2idArgumentTests
{
    [TestCase(8, 1, 0, 4, "parallelism", "1 to 2^24-1")]
    [TestCase(int.MaxValue, 1, 1 << 24, 4, "parallelism", "1 to 2^24-1")]
    [TestCase(7, 1, 1, 4, "memoryKiB", "at least 8*p (8)")]
    [TestCase(31, 1, 4, 4, "memoryKiB", "at least 8*p (32)")]
    [TestCase(int.MinValue, 1, 1, 4, "memoryKiB", "at least 8*p (8)")]
    [TestCase(8, 0, 1, 4, "iterations", "at least 1")]
    [TestCase(8, -1, 1, 4, "iterations", "at least 1")]
    [TestCase(8, 1, 1, 3, "destination", "at least 4 bytes")]
    [TestCase(8, 1, 1, 0, "destination", "at least 4 bytes")]
    public void An_argument_out_of_bounds_is_named_with_its_bound(
        int memoryKiB, int iterations, int parallelism, int tagLength, string parameter, string bound)
    {
        var error = Assert.Catch<ArgumentException>(() => Argon2id.Hash("password"u8, "somesalt"u8, memoryKiB, iterations, parallelism, new byte[tagLength]));

        Assert.That(error.ParamName, Is.EqualTo(parameter));
        Assert.That(error.Message, Does.Contain(bound));
    }

    [TestCase(8, 1, 4)]
    [TestCase(32, 4, 4)]
    public void The_bounds_themselves_are_allowed(int memoryKiB, int parallelism, int tagLength)
    {
        var tag = new byte[tagLength];

        Argon2id.Hash([], [], memoryKiB, 1, parallelism, tag);

        Assert.That(tag, Is.Not.EqualTo(new byte[tagLength]));
    }

    [Test]
    public void The_tag_may_replace_the_password_it_is_made_from()
    {
        var buffer = "a password of 32 bytes exactly!!"u8.ToArray();
        var expected = new byte[32];
        Argon2id.Hash(buffer, "somesalt"u8, 64, 2, 1, expected);

        Argon2id.Hash(buffer, "somesalt"u8, 64, 2, 1, buffer);

        Assert.That(buffer, Is.EqualTo(expected));
    }
}
