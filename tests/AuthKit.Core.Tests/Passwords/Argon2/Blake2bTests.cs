using AuthKit.Passwords.Argon2;

namespace AuthKit.Core.Tests.Passwords.Argon2;

internal sealed class Blake2bTests
{
    [Test]
    public void It_hashes_abc_as_in_RFC_7693_appendix_A()
    {
        var digest = new byte[64];

        Blake2b.Hash("abc"u8, [], digest);

        Assert.That(Convert.ToHexStringLower(digest), Is.EqualTo(
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1" +
            "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"));
    }

    [Test]
    public void It_agrees_with_another_implementation_on_every_length_around_its_blocks()
    {
        var message = Enumerable.Range(0, 400).Select(i => (byte)i).ToArray();
        var all = new Blake2b(32);
        foreach (var digestLength in (int[])[20, 32, 48, 64])
        {
            for (var length = 0; length < message.Length; length++)
            {
                var digest = new byte[digestLength];
                Blake2b.Hash(message.AsSpan(0, length), [], digest);
                all.Append(digest);
            }
        }

        var digestOfDigests = new byte[32];
        all.Finish(digestOfDigests);

        // Python's hashlib.blake2b over the same messages.
        Assert.That(Convert.ToHexStringLower(digestOfDigests), Is.EqualTo("df9b0e92c80f9eac52e96b4ef550a339c0fb57197304f54ae119a486654c3c8f"));
    }

    [Test]
    public void Pieces_make_no_difference([Values(0, 1, 127, 128, 129, 256, 300)] int first)
    {
        var message = Enumerable.Range(0, 300).Select(i => (byte)(i * 7)).ToArray();
        var whole = new byte[64];
        var pieces = new byte[64];

        Blake2b.Hash(message, [], whole);
        Blake2b.Hash(message.AsSpan(0, first), message.AsSpan(first), pieces);

        Assert.That(pieces, Is.EqualTo(whole));
    }
}
