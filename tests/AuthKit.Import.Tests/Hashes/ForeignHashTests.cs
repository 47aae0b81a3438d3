using System.Diagnostics;
using AuthKit.Features.Import;
using AuthKit.Passwords;

namespace AuthKit.Import.Tests.Hashes;

/// <summary>Hashes of other systems verify, are replaced at sign-in, and none costs more than it may.</summary>
public sealed class ForeignHashTests
{
    [TestCaseSource(typeof(HashVectors), nameof(HashVectors.All))]
    public async Task An_account_with_a_hash_of_another_system_signs_in_and_has_a_hash_of_ours_from_then_on(string hash, string password)
    {
        await using var host = new ImportHost();
        var report = await host.ImportAsync(new("test"), new ImportedAccount("1") { Email = "anna@example.com", PasswordHash = hash });

        Assert.That(report.Taken, Is.EqualTo(1));
        Assert.That(await host.SignsInAsync("anna@example.com", password + "!"), Is.False);
        Assert.That((await host.FindAsync("anna@example.com"))!.PasswordHash, Is.EqualTo(hash), "A wrong password replaces nothing.");
        Assert.That(await host.SignsInAsync("anna@example.com", password));
        Assert.That((await host.FindAsync("anna@example.com"))!.PasswordHash, Does.StartWith("$argon2id$v=19$").And.Length.LessThan(200));
        Assert.That(await host.SignsInAsync("anna@example.com", password));
        Assert.That(await host.SignsInAsync("anna@example.com", password.ToUpperInvariant()), Is.False);
    }

    /// <summary>What would take minutes or gigabytes, or is no hash, and may stand in a tenant's database as well.</summary>
    private static IEnumerable<string> Hostile =>
    [
        "$2y$31$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2",
        "$2y$15$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2",
        "$2y$03$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2",
        "$2x$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2",
        "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj",
        "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2\n",
        "bcrypt$bcrypt_sha256$$2b$05$/h.wIxf2xTkNZiMIcpJFp.psXN/BGWVY7b6IvFXAoYU2RKWjQ5Srm",
        "pbkdf2_sha256$2000000000$testSalt0123$Q9Rpe4GF8nAeQnMnejtRklJS98bCXmu31IJU+VjqkyQ=",
        "pbkdf2_sha256$4000001$testSalt0123$Q9Rpe4GF8nAeQnMnejtRklJS98bCXmu31IJU+VjqkyQ=",
        "pbkdf2_sha256$-1$testSalt0123$Q9Rpe4GF8nAeQnMnejtRklJS98bCXmu31IJU+VjqkyQ=",
        "pbkdf2_sha256$0$testSalt0123$Q9Rpe4GF8nAeQnMnejtRklJS98bCXmu31IJU+VjqkyQ=",
        "pbkdf2_sha256$1000$testSalt0123$",
        "pbkdf2_md5$1000$testSalt0123$Q9Rpe4GF8nAeQnMnejtRklJS98bCXmu31IJU+VjqkyQ=",
        "pbkdf2:sha256:99999999999$A1cp6oyNVQOO1Xkt$ca62da1deea8aeb17812f5c91344194f1f7f6addd1af261aaaed95f8f9c5d163",
        "$pbkdf2$2000000$dGVzdFNhbHQwMTIzNDU2Nw$" + new string('A', 171),
        "AQAAAAIAPQkAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$1073741824$testSalt0123$8$1$4puM7GIvwkJMv05jovmRN+DLL465F8uiKH6c/dfRO3c5QjaiL/Gs3hrhFnMgiBK0v64/B4aQ/LrYauSjF/LtKw==",
        "scrypt$16384$testSalt0123$2147483647$1$4puM7GIvwkJMv05jovmRN+DLL465F8uiKH6c/dfRO3c5QjaiL/Gs3hrhFnMgiBK0v64/B4aQ/LrYauSjF/LtKw==",
        "scrypt$16384$testSalt0123$8$1000000$4puM7GIvwkJMv05jovmRN+DLL465F8uiKH6c/dfRO3c5QjaiL/Gs3hrhFnMgiBK0v64/B4aQ/LrYauSjF/LtKw==",
        "scrypt$16385$testSalt0123$8$1$4puM7GIvwkJMv05jovmRN+DLL465F8uiKH6c/dfRO3c5QjaiL/Gs3hrhFnMgiBK0v64/B4aQ/LrYauSjF/LtKw==",
        "scrypt$0$testSalt0123$8$1$4puM7GIvwkJMv05jovmRN+DLL465F8uiKH6c/dfRO3c5QjaiL/Gs3hrhFnMgiBK0v64/B4aQ/LrYauSjF/LtKw==",
        "$scrypt$ln=31,r=8,p=1$dGVzdFNhbHQwMTIzNDU2Nw$f++FbUcJis0weTvT/m+RLaD8Ig2M+/EYUspOEN7gWRc",
        "$scrypt$ln=18,r=8,p=1$dGVzdFNhbHQwMTIzNDU2Nw$f++FbUcJis0weTvT/m+RLaD8Ig2M+/EYUspOEN7gWRc",
        "$argon2i$v=19$m=4194304,t=2,p=1$WFVRU0cuN0R4TzdOcy9GNg$qVjA16N/ZKzyT5ICYOe+Jqh8dMUdaayQOpNpfyX9TTE",
        "$argon2i$v=19$m=8192,t=1000000,p=1$WFVRU0cuN0R4TzdOcy9GNg$qVjA16N/ZKzyT5ICYOe+Jqh8dMUdaayQOpNpfyX9TTE",
        "$argon2i$v=19$m=8192,t=2,p=100000$WFVRU0cuN0R4TzdOcy9GNg$qVjA16N/ZKzyT5ICYOe+Jqh8dMUdaayQOpNpfyX9TTE",
        "$argon2i$v=19$m=8,t=2,p=2$WFVRU0cuN0R4TzdOcy9GNg$qVjA16N/ZKzyT5ICYOe+Jqh8dMUdaayQOpNpfyX9TTE",
        "$argon2id$v=19$m=4194304,t=2,p=1$dWM0Y2ZRTFR5dVVHcHd5aQ$CQZ02bRHoltWSyiab1/v2KPbt9GqjbJh8yBNE9A1Qms",
        "$firebase-scrypt$ln=30,r=8$Bw$42xEC+ixf3L2lw$lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ",
        "$firebase-scrypt$ln=14,r=8$Bw$42xEC+ixf3L2lw$",
        "sha1$testSalt0123$2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "plain text",
        "$",
        "$$$$$",
    ];

    [TestCaseSource(nameof(Hostile))]
    public async Task A_hash_that_costs_too_much_or_is_none_is_refused_at_import_and_in_no_time_at_sign_in(string hash)
    {
        await using var host = new ImportHost();

        var refused = await host.ImportAsync(new("test"), new ImportedAccount("1") { Email = "anna@example.com", PasswordHash = hash });

        Assert.That(refused.Refused, Is.EqualTo(1));
        Assert.That(host.Notes.Single().Result, Is.EqualTo(ImportResult.UnreadablePassword));
        var started = Stopwatch.GetTimestamp();
        foreach (var foreign in host.Get<IEnumerable<IForeignPasswordHash>>())
            Assert.That(foreign.Verify(hash, HashVectors.Horse), Is.Null, foreign.GetType().Name);
        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(2)), "Nothing is computed.");
    }

    [Test]
    public async Task A_hash_of_ours_is_of_no_foreign_kind_so_that_a_wrong_password_is_compared_once()
    {
        await using var host = new ImportHost();
        var ours = host.Get<IPasswordHasher>().Hash(HashVectors.Horse);

        Assert.Multiple(() =>
        {
            foreach (var foreign in host.Get<IEnumerable<IForeignPasswordHash>>())
                Assert.That(foreign.Verify(ours, "wrong"), Is.Null, foreign.GetType().Name);
        });
    }

    [Test]
    public async Task What_can_be_read_is_said_as_it_verifies()
    {
        await using var host = new ImportHost();
        var foreign = host.Get<IEnumerable<IForeignPasswordHash>>().ToList();
        string[] hashes = [.. HashVectors.All.Select(vector => (string)vector.Arguments[0]!), .. Hostile];

        Assert.Multiple(() =>
        {
            foreach (var hash in hashes)
                Assert.That(foreign.Where(kind => kind.Reads(hash)), Is.EqualTo(foreign.Where(kind => kind.Verify(hash, "wrong") is not null)), hash);
            foreach (var hash in hashes)
                Assert.That(foreign.Count(kind => kind.Reads(hash)), Is.LessThan(2), hash);
        });
    }

    [Test]
    public async Task A_password_that_bcrypt_takes_no_hash_of_is_wrong()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(new("test"), new ImportedAccount("1") { Email = "anna@example.com", PasswordHash = "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2" });

        Assert.That(await host.SignsInAsync("anna@example.com", "\ud800 half a character"), Is.False);
        Assert.That(await host.SignsInAsync("anna@example.com", new string('x', 1000)), Is.False);
        Assert.That(await host.SignsInAsync("anna@example.com", "\0"), Is.False);
    }

    [Test]
    public async Task The_highest_cost_of_bcrypt_is_an_option()
    {
        const string cost5 = "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2";
        await using var host = new ImportHost(hashes: options => options.MaxBcryptCost = 4);

        Assert.That((await host.ImportAsync(new("test"), new ImportedAccount("1") { Email = "anna@example.com", PasswordHash = cost5 })).Refused, Is.EqualTo(1));
    }

    [Test]
    public async Task A_hash_of_Firebase_needs_the_key_of_its_project()
    {
        const string hash = "$firebase-scrypt$ln=14,r=8$Bw$42xEC+ixf3L2lw$lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ";
        await using var keyless = new ImportHost(hashes: options => options.Firebase = null);
        await using var another = new ImportHost(hashes: options => options.Firebase = new(Convert.ToBase64String(new byte[64])));

        Assert.That((await keyless.ImportAsync(new("test"), new ImportedAccount("1") { Email = "anna@example.com", PasswordHash = hash })).Refused, Is.EqualTo(1));
        await another.ImportAsync(new("test"), new ImportedAccount("1") { Email = "anna@example.com", PasswordHash = hash });
        Assert.That(await another.SignsInAsync("anna@example.com", "user1password"), Is.False);
    }

    [TestCase("no base64!", 14, "SignerKey")]
    [TestCase("AAAA", 31, "MemoryCost")]
    public async Task Parameters_under_which_no_hash_would_verify_are_refused_at_start_up(string key, int cost, string named)
    {
        await using var host = new ImportHost(hashes: options => options.Firebase = new(key) { MemoryCost = cost });

        Assert.That(() => host.Get<Microsoft.Extensions.Options.IOptions<AuthKitOptions>>().Value, Throws.InstanceOf<Microsoft.Extensions.Options.OptionsValidationException>().With.Message.Contains(named));
    }
}
