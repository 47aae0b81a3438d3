using AuthKit.Passwords;

namespace AuthKit.Core.Tests.Passwords;

internal sealed class Argon2idPasswordHasherTests
{
    private const string Password = "correct horse battery staple";

    [Test]
    public void A_password_verifies_against_its_own_hash_and_no_other_does()
    {
        var hasher = Hasher();
        var hash = hasher.Hash(Password);

        Assert.That(hash, Does.Match(@"^\$argon2id\$v=19\$m=64,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$"));
        Assert.That(hasher.Verify(hash, Password), Is.EqualTo(PasswordVerification.Succeeded));
        Assert.That(hasher.Verify(hash, Password + "."), Is.EqualTo(PasswordVerification.Failed));
        Assert.That(hasher.Verify(hash, ""), Is.EqualTo(PasswordVerification.Failed));
    }

    [Test]
    public void Each_hash_has_a_salt_of_its_own()
    {
        var hasher = Hasher();
        string[] hashes = [hasher.Hash(Password), hasher.Hash(Password)];

        Assert.That(hashes, Is.Unique);
    }

    [Test]
    public void The_defaults_are_those_documented()
        => Assert.That(new Argon2idPasswordHasher(new()).Hash(Password), Does.StartWith("$argon2id$v=19$m=19456,t=2,p=1$"));

    [Test]
    public void It_verifies_what_the_reference_implementation_wrote()
    {
        const string Stored = "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

        Assert.That(Hasher(saltBytes: 8).Verify(Stored, "password"), Is.EqualTo(PasswordVerification.Succeeded));
        Assert.That(Hasher(saltBytes: 8).Verify(Stored, "passwore"), Is.EqualTo(PasswordVerification.Failed));
    }

    [TestCase("contraseña")]
    [TestCase("пароль密码🔑")]
    [TestCase("a\0b")]
    [TestCase("lone \uD800 surrogate")]
    public void Any_text_is_a_password(string password)
    {
        var hasher = Hasher();

        Assert.That(hasher.Verify(hasher.Hash(password), password), Is.EqualTo(PasswordVerification.Succeeded));
    }

    [Test]
    public void Long_passwords_count_to_their_last_character([Values(255, 256, 257, 5000)] int length)
    {
        var hasher = Hasher();
        var hash = hasher.Hash(new string('x', length));

        Assert.That(hasher.Verify(hash, new string('x', length)), Is.EqualTo(PasswordVerification.Succeeded));
        Assert.That(hasher.Verify(hash, new string('x', length - 1) + "y"), Is.EqualTo(PasswordVerification.Failed));
    }

    [TestCase(128, 2, 16, 32, ExpectedResult = PasswordVerification.SucceededUpgradeNeeded, TestName = "more memory today")]
    [TestCase(64, 3, 16, 32, ExpectedResult = PasswordVerification.SucceededUpgradeNeeded, TestName = "more passes today")]
    [TestCase(64, 2, 24, 32, ExpectedResult = PasswordVerification.SucceededUpgradeNeeded, TestName = "a longer salt today")]
    [TestCase(64, 2, 16, 48, ExpectedResult = PasswordVerification.SucceededUpgradeNeeded, TestName = "a longer tag today")]
    [TestCase(64, 2, 16, 32, ExpectedResult = PasswordVerification.Succeeded, TestName = "the same today")]
    [TestCase(32, 1, 8, 16, ExpectedResult = PasswordVerification.Succeeded, TestName = "less today")]
    public PasswordVerification A_hash_is_to_be_upgraded_when_it_is_weaker_than_one_made_today(int memoryKiB, int iterations, int saltBytes, int tagBytes)
        => Hasher(memoryKiB, iterations, saltBytes, tagBytes).Verify(Hasher().Hash(Password), Password);

    [Test]
    public void A_wrong_password_is_never_told_of_an_upgrade()
        => Assert.That(Hasher(memoryKiB: 128).Verify(Hasher().Hash(Password), "wrong"), Is.EqualTo(PasswordVerification.Failed));

    [TestCase("")]
    [TestCase("not a hash")]
    [TestCase("$argon2id$v=19$m=2147483647,t=2147483647,p=16777215$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("$argon2id$v=19$m=64,t=2,p=1$$")]
    [TestCase(null)]
    public void A_hash_that_cannot_be_read_fails(string? hash)
        => Assert.That(Hasher().Verify(hash!, Password), Is.EqualTo(PasswordVerification.Failed));

    private static Argon2idPasswordHasher Hasher(int memoryKiB = 64, int iterations = 2, int saltBytes = 16, int tagBytes = 32)
        => new(new Argon2idOptions { MemoryKiB = memoryKiB, Iterations = iterations, SaltBytes = saltBytes, TagBytes = tagBytes });
}
