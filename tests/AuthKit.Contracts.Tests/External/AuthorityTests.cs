using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.External;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.External.Linking;

namespace AuthKit.Contracts.Tests.External;

/// <summary>Whose word proves who owns an account: that of a provider for its own addresses, spelt as the account's.</summary>
internal sealed class AuthorityTests
{
    // Equal to the account's once they are folded: a Kelvin sign, full width, a ligature.
    [TestCase("kim@gmail.com", "\u212Aim@gmail.com")]
    [TestCase("kim@gmail.com", "\uFF4Bim@gmail.com")]
    [TestCase("fika@gmail.com", "\uFB01ka@gmail.com")]
    public async Task A_folded_address_opens_nothing_and_the_account_s_own_is_asked(string owned, string vouched)
    {
        await using var host = await StartAsync(With(vouched));
        var pair = await RegisterProvedAsync(host, owned);

        var link = await AskAsync(host, Google, new(), owned);

        AssertAsked(await TryAsync(host, Google, new()));
        Assert.That(await pair.TryAsync(host), Is.EqualTo((200, 200)));
        Assert.That((await ConfirmAsync(host, link)).Body, Does.Contain("That is allowed now"));
        Assert.That(await SubjectAsync(host, await SignInAsync(host, Google, new())), Is.Not.Null);
    }

    [TestCase("kim@gmail.com", null)]
    [TestCase("Kim@GMAIL.com", null)]
    [TestCase("kim@googlemail.com", null)]
    [TestCase("kim@apzon.com", "apzon.com")]
    [TestCase("kim@Apzon.com", "APZON.com")]
    public async Task Google_opens_the_account_of_an_address_of_its_own_and_tells_the_owner(string email, string? hostedDomain)
    {
        await using var host = await StartAsync(Noticing);
        var pair = await RegisterProvedAsync(host, email.ToLowerInvariant());

        var token = await SignInAsync(host, Google, new() { Email = email, HostedDomain = hostedDomain });

        Assert.That(await SubjectAsync(host, token), Is.EqualTo(await SubjectAsync(host, pair.Access)));
        Assert.That(await pair.TryAsync(host), Is.EqualTo((200, 200)));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, email)).Status, Is.EqualTo(200), "The password stays.");
        var told = await host.Mails.NextAsync();
        Assert.That((told.To, told.Subject), Is.EqualTo((email.ToLowerInvariant(), "A new way to sign in")));
    }

    [TestCase("kim@apzon.com", null)]
    [TestCase("kim@apzon.com", "")]
    [TestCase("kim@apzon.com", "other.example")]
    [TestCase("kim@sub.apzon.com", "apzon.com")]
    [TestCase("kim@evilgmail.com", null)]
    public async Task Any_other_address_Google_has_only_verified_once(string email, string? hostedDomain)
    {
        await using var host = await StartAsync();
        var pair = await RegisterProvedAsync(host, email);

        await AskAsync(host, Google, new() { Email = email, HostedDomain = hostedDomain }, email);

        Assert.That(await pair.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Facebook_is_authoritative_for_no_address_and_takes_no_password_away()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host, Gmail);

        await AskAsync(host, Facebook, new() { Email = Gmail, HostedDomain = "gmail.com" });

        Assert.That(await pair.TryAsync(host), Is.EqualTo((200, 200)));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Gmail)).Status, Is.EqualTo(200));
    }

    [TestCase(Facebook, "kim@gmail.com", ExpectedResult = false)]
    [TestCase(Google, "kim@gmail.com", ExpectedResult = true)]
    [TestCase(Google, "kim@apzon.com", ExpectedResult = false)]
    public async Task<bool> The_address_of_a_new_account_is_proved_by_its_own_provider_alone(int type, string email)
    {
        await using var host = await StartAsync();

        var token = await SignInAsync(host, type, new() { Email = email });

        return PageHost.Value(await Flows.GetProfile.RunAsync(host.Services, new(token), new() { ClientId = "host" }, CancellationToken.None)).EmailVerified;
    }

    [Test]
    public async Task A_host_says_for_which_addresses_its_own_provider_is_authoritative()
    {
        await using var host = await StartAsync(With("kim@staff.example", isAuthoritative: true));
        var pair = await RegisterProvedAsync(host, "kim@staff.example");

        var token = await SignInAsync(host, Google, new());

        Assert.That(await SubjectAsync(host, token), Is.EqualTo(await SubjectAsync(host, pair.Access)));
    }

    private static HostPlan With(string email, bool isAuthoritative = true) => new() { Services = services => services.AddSingleton<IExternalProvider>(new Provider(email, isAuthoritative)) };

    private sealed class Provider(string email, bool isAuthoritative) : IExternalProvider
    {
        public string Name => ExternalProviders.Google;

        public Task<Outcome<ExternalIdentity>> VerifyAsync(string accessToken, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<ExternalIdentity>>(new ExternalIdentity(new(Name, "1"), email, null) { IsAuthoritative = isAuthoritative });
    }
}
