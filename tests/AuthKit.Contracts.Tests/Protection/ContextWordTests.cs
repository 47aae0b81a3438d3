using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>ASVS 5.0 §6.2.11: what is the first that anybody tries here is no password.</summary>
internal sealed class ContextWordTests
{
    private const string Word = "Wunderkammer";

    [TestCase("wunderkammer", false)]
    [TestCase("WUNDERKAMMER!1", false)]
    [TestCase("wunderkammer of birds", true)]
    public async Task A_registration_and_a_reset_take_no_word_of_the_hosts(string password, bool isAllowed)
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Passwords.ContextWords.Add(Word) });
        await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);

        var registered = await new LaravelSpeaker().RegisterAsync(host, "bob@example.com", password);
        var reset = await LaravelSpeaker.ResetAsync(host, token, password);
        Assert.That((registered.Status, reset.Status), Is.EqualTo(isAllowed ? (200, 200) : (422, 422)));
    }

    [Test]
    public async Task A_change_takes_none_either()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Passwords.ContextWords.Add(Word) });
        var signedIn = await Pair.RegisterAsync(host);

        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, signedIn.Access, Speaker.Password, "wunderkammer")).Status, Is.EqualTo(400));
        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, signedIn.Access, Speaker.Password, "wunderkammer of birds")).Status, Is.EqualTo(200));
    }
}
