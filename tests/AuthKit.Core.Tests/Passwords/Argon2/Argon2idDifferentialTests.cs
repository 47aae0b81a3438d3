namespace AuthKit.Core.Tests.Passwords.Argon2;

/// <summary>Every path, on one thread and on several, against other implementations on the same random cases.</summary>
internal sealed class Argon2idDifferentialTests
{
    private const int Cases = 2500;
    private const int Seed = 9106;

    [Test]
    public void All_paths_agree_with_libargon2()
    {
        if (!LibArgon2.IsInstalled)
            Assert.Ignore("libargon2 is not installed; eng/native-argon2.sh installs it where Debian's packages can be had.");

        Compare(LibArgon2.Hash, _ => true);
    }

    [Test]
    public void All_paths_agree_with_Konscious()
    {
        // Konscious takes no empty password.
        Compare(HashWithKonscious, it => it.Password.Length > 0);
    }

    private static byte[] HashWithKonscious(Argon2Case it)
    {
        using var argon2 = new Konscious.Security.Cryptography.Argon2id(it.Password)
        {
            Salt = it.Salt,
            KnownSecret = it.Secret,
            AssociatedData = it.AssociatedData,
            MemorySize = it.MemoryKiB,
            Iterations = it.Iterations,
            DegreeOfParallelism = it.Parallelism,
        };
        return argon2.GetBytes(it.TagLength);
    }

    private static void Compare(Func<Argon2Case, byte[]> other, Func<Argon2Case, bool> accepts)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Cases; i++)
        {
            var it = Argon2Case.Random(random);
            if (!accepts(it))
                continue;

            var expected = other(it);
            foreach (var path in Argon2TestPaths.Supported)
            {
                Assert.That(it.Hash(path, threads: 1), Is.EqualTo(expected), $"case {i}, {path}, one thread: {it}");
                if (it.Parallelism > 1)
                    Assert.That(it.Hash(path, threads: 3), Is.EqualTo(expected), $"case {i}, {path}, three threads: {it}");
            }
        }
    }
}
