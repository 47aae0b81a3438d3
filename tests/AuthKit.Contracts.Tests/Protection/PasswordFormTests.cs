using System.Text;
using AuthKit.Conformance;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Passwords;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;
using Pair = AuthKit.Contracts.Tests.Harness.Pair;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>A password is the same however a keyboard writes its characters (RFC 8265 §4.2.2).</summary>
internal sealed class PasswordFormTests
{
    private static readonly string Composed = "mật khẩu thật dài".Normalize(NormalizationForm.FormC);
    private static readonly string Decomposed = Composed.Normalize(NormalizationForm.FormD);

    private static IEnumerable<TestCaseData> Forms =>
    [
        new(Composed, Decomposed) { TestName = "{m}(registered composed)" },
        new(Decomposed, Composed) { TestName = "{m}(registered decomposed)" },
        new("correct horse 7!", "correct\u00A0horse\u30007!") { TestName = "{m}(other spaces)" },
    ];

    [TestCaseSource(nameof(Forms))]
    public async Task It_signs_in_written_otherwise(string registered, string typed)
    {
        await using var host = await TestHost.StartAsync();
        var made = await new LaravelSpeaker().RegisterAsync(host, password: registered);
        Assert.That(made.Status, Is.EqualTo(200), made.Body);

        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: typed)).Status, Is.EqualTo(200));
        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, Pair.Of(made).Access, typed, "another horse 8!")).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: registered)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task What_was_hashed_as_it_was_typed_signs_in_still_and_then_otherwise_too()
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);
        await using (var database = host.OpenHome())
        {
            var user = (await database.Users.FindByEmailAsync(Speaker.Email, default))!;
            var hash = host.Services.GetRequiredService<IPasswordHasher>().Hash(Decomposed);
            Assert.That(await database.Users.UpdateAsync(user with { PasswordHash = hash }, default), Is.EqualTo(UserWrite.Done));
        }

        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: Decomposed)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: Composed)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: Decomposed + "!")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task An_unknown_account_costs_as_many_hashes_as_a_known_one()
    {
        var hasher = new Hasher();
        await using var host = await TestHost.StartAsync(new() { Services = services => services.AddSingleton<IPasswordHasher>(hasher) });
        await Pair.RegisterAsync(host);

        var known = await hasher.CountAsync(() => new LaravelSpeaker().SignInAsync(host, password: Decomposed));
        var unknown = await hasher.CountAsync(() => new LaravelSpeaker().SignInAsync(host, "nobody@example.com", Decomposed));

        // Twice in each of the host's three databases.
        Assert.That((known, unknown), Is.EqualTo((6, 6)));
    }

    private sealed class Hasher : IPasswordHasher
    {
        private int _verified;

        public async Task<int> CountAsync(Func<Task> act)
        {
            var before = Volatile.Read(ref _verified);
            await act();
            return Volatile.Read(ref _verified) - before;
        }

        public string Hash(string password) => password;

        public PasswordVerification Verify(string hash, string password)
        {
            Interlocked.Increment(ref _verified);
            return hash == password ? PasswordVerification.Succeeded : PasswordVerification.Failed;
        }
    }
}
