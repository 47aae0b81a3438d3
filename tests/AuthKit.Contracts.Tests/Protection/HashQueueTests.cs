using AuthKit.Contracts.Tests.Harness;
using AuthKit.Passwords;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>More hashes than there is room for are refused, before they take any memory.</summary>
[TestFixtureSource(typeof(Speaker), nameof(Speaker.OfPasswords))]
internal sealed class HashQueueTests(Speaker speaker)
{
    [Test]
    public async Task A_full_queue_answers_503_with_Retry_After()
    {
        var hasher = new BlockingHasher();
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options => (options.Passwords.MaxConcurrentHashes, options.Passwords.MaxQueuedHashes) = (1, 0),
            Services = services => services.AddSingleton<IPasswordHasher>(hasher),
        });
        hasher.Blocks = true;
        var first = speaker.SignInAsync(host);
        await hasher.Entered;

        var signIn = await speaker.SignInAsync(host);
        var registration = await speaker.RegisterAsync(host);
        hasher.Release();

        foreach (var refused in new[] { signIn, registration })
        {
            Assert.That(refused.Status, Is.EqualTo(503));
            Assert.That(refused.Header("Retry-After"), Is.EqualTo("1"));
            Envelope.AssertFailure(speaker.Contract, refused);
        }

        Assert.That((await first).Status, Is.EqualTo(401));
    }
}
