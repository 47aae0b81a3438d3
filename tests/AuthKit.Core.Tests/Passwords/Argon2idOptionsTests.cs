using AuthKit.Passwords;

namespace AuthKit.Core.Tests.Passwords;

internal sealed class Argon2idOptionsTests
{
    [Test]
    public void The_defaults_are_within_bounds() => Assert.That(new Argon2idOptions().Validate(), Is.Empty);

    [Test]
    public void Every_broken_bound_is_named()
    {
        var options = new Argon2idOptions { MemoryKiB = 0, Iterations = 0, Parallelism = 0, SaltBytes = 0, TagBytes = 0 };

        var sentences = options.Validate().ToList();

        Assert.That(sentences.Select(s => s.Split(' ')[0]), Is.EquivalentTo((string[])["MemoryKiB", "Iterations", "Parallelism", "SaltBytes", "TagBytes"]));
    }

    [Test]
    public void What_options_allow_is_what_stored_hashes_may_say()
    {
        var options = new Argon2idOptions { MemoryKiB = 262_144, Iterations = 4, Parallelism = 255, SaltBytes = 48, TagBytes = 64 };
        var longest = new PhcString(options.MemoryKiB, options.Iterations, options.Parallelism, new byte[options.SaltBytes], new byte[options.TagBytes]);

        Assert.That(options.Validate(), Is.Empty);
        Assert.That(PhcString.Parse(longest.ToString()), Is.Not.Null);
    }
}
