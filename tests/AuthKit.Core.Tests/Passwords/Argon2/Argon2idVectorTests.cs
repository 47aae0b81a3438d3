using AuthKit.Passwords;
using AuthKit.Passwords.Argon2;

namespace AuthKit.Core.Tests.Passwords.Argon2;

internal sealed class Argon2idVectorTests
{
    [Test]
    public void Every_path_computes_the_published_tag(
        [ValueSource(typeof(Argon2Vector), nameof(Argon2Vector.All))] Argon2Vector vector,
        [ValueSource(typeof(Argon2TestPaths), nameof(Argon2TestPaths.All))] Argon2Path path)
    {
        Argon2TestPaths.IgnoreUnlessSupported(path);

        Assert.That(Convert.ToHexStringLower(vector.ToCase().Hash(path, threads: 1)), Is.EqualTo(vector.Tag));
    }

    [TestCaseSource(typeof(Argon2Vector), nameof(Argon2Vector.All))]
    public void The_public_entry_computes_the_published_tag(Argon2Vector vector)
    {
        var tag = new byte[vector.Tag.Length / 2];
        var it = vector.ToCase();

        Argon2id.Hash(it.Password, it.Salt, it.MemoryKiB, it.Iterations, it.Parallelism, tag, it.Secret, it.AssociatedData);

        Assert.That(Convert.ToHexStringLower(tag), Is.EqualTo(vector.Tag));
    }

    [Test]
    public void The_pre_hashing_digest_is_that_of_the_RFC()
    {
        var vector = Argon2Vector.All.Single(v => v.H0 is not null);
        var h0 = new byte[64];

        vector.ToCase().ToInput().WriteH0(vector.Tag.Length / 2, h0);

        Assert.That(Convert.ToHexStringLower(h0), Is.EqualTo(vector.H0));
    }
}
