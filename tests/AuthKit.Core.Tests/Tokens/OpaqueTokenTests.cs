using AuthKit.Tokens;

namespace AuthKit.Core.Tests.Tokens;

public sealed class OpaqueTokenTests
{
    [TestCase("")]
    [TestCase("acme")]
    public void A_token_reads_back(string tenant)
    {
        var token = new OpaqueToken(tenant, OpaqueToken.NewHandle(), new byte[32]);

        var read = OpaqueToken.TryParse(token.Encode(), out var parsed);

        Assert.Multiple(() =>
        {
            Assert.That(read, Is.True);
            Assert.That(parsed!.Tenant, Is.EqualTo(tenant));
            Assert.That(parsed!.Handle, Is.EqualTo(token.Handle));
            Assert.That(parsed!.Secret, Is.EqualTo(token.Secret));
        });
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase("abc")]
    [TestCase("a.b.c.d")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA.AAAA", Description = "A short secret.")]
    [TestCase("AAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Description = "A short handle.")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAA!.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", Description = "Padding.")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA==.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Description = "Padding.")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA. AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Description = "A blank.")]
    [TestCase("AAAAAAAAAAA\nAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Description = "A line's end.")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB", Description = "Bits that are not the secret's.")]
    public void Anything_else_is_none(string? text) => Assert.That(OpaqueToken.TryParse(text, out _), Is.False);

    [Test]
    public void A_token_never_prints_itself() =>
        Assert.That(new OpaqueToken("", OpaqueToken.NewHandle(), new byte[32]).ToString(), Is.EqualTo(typeof(OpaqueToken).FullName));
}
