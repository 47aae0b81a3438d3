using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.External;

/// <summary>Accounts, and people at providers who have the address of one.</summary>
internal static class Linking
{
    public const int Facebook = 1;
    public const int Google = 2;
    public const string Gmail = "kim@gmail.com";

    /// <summary>A host that tells owners of links by mail.</summary>
    public static HostPlan Noticing { get; } = new() { Options = options => options.Mail.Notices.ExternalLogins = true };

    public static Task<TestHost> StartAsync(HostPlan? changes = null)
    {
        var plan = new HostPlan { Options = SharedProviders.Instance.Configure };
        return TestHost.StartAsync(changes is null ? plan : plan.And(changes));
    }

    /// <summary>An account whose owner has proved to own its address.</summary>
    public static async Task<Pair> RegisterProvedAsync(TestHost host, string email = Gmail)
    {
        await Pair.RegisterAsync(host, email);
        await LaravelSpeaker.ResetByMailAsync(host, Speaker.Password, email);
        return await Pair.SignInAsync(host, email);
    }

    public static Task<Answer> TryAsync(TestHost host, int type, ProviderToken token) => MessageCodeSpeaker.ThirdPartyAsync(host, type, token.Encode());

    /// <summary>The access token of a sign-in that succeeds.</summary>
    public static async Task<string> SignInAsync(TestHost host, int type, ProviderToken token)
    {
        var answer = await TryAsync(host, type, token);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Member("Content.TokenId")!;
    }

    /// <summary>A sign-in that is refused until the owner has opened the link that is mailed.</summary>
    /// <returns>The link, as the host serves it.</returns>
    public static async Task<string> AskAsync(TestHost host, int type, ProviderToken token, string mailedTo = Gmail)
    {
        AssertAsked(await TryAsync(host, type, token));
        var link = await host.Mails.NextLinkAsync(mailedTo);
        Assert.That(link.GetLeftPart(UriPartial.Path), Is.EqualTo($"{TestHost.Issuer}/link-account"));
        return link.PathAndQuery;
    }

    public static void AssertAsked(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(403), answer.Body);
        Assert.That(answer.Body, Is.EqualTo("""{"Content":null,"Message":"There is an account with this e-mail address. Open the link that was e-mailed to it, then sign in again.","MessageCode":2}"""));
    }

    /// <summary>Opens the link and says yes.</summary>
    public static async Task<Answer> ConfirmAsync(TestHost host, string link, params (string Name, string Value)[] fields)
    {
        using var browser = new Browser(host);
        return await browser.SubmitAsync(await browser.OpenAsync(link), fields);
    }

    public static async Task<string?> SubjectAsync(TestHost host, string accessToken) => (await host.MeAsync(accessToken)).Member("sub");
}
