using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.AccountPage;

/// <summary>The account page as its owner goes about it, without a script.</summary>
internal sealed class OwnerPage(TestHost host, Browser browser) : IDisposable
{
    public Browser Browser => browser;

    public static HostPlan Plan { get; } = new()
    {
        Build = builder => builder.AddAccountPage().AddEmailConfirmation().AddTwoFactor(options => options.RememberDevices = TimeSpan.FromDays(30)).AddPasskeys(),
    };

    public static Task<TestHost> StartAsync(HostPlan? changes = null) => PageHost.WithAccountAsync(changes is null ? Plan : Plan.And(changes));

    /// <summary>An owner who has just signed in.</summary>
    public static async Task<OwnerPage> SignInAsync(TestHost host, string? language = null)
    {
        var owner = new OwnerPage(host, new(host, language));
        Assert.That((await owner.Browser.SignInAsync(await owner.OpenAsync())).Body, Does.Contain("part=profile"));
        return owner;
    }

    public static string Address(string? part = null) => part is null ? "/my-account" : $"/my-account?part={part}";

    public Task<Answer> OpenAsync(string? part = null) => browser.OpenAsync(Address(part));

    /// <summary>Opens a part, and sends one of its forms off.</summary>
    public async Task<Answer> ActAsync(string part, string action, params (string Name, string Value)[] fields) => await ActAsync(await OpenAsync(part), action, fields);

    /// <summary>Sends one of a page's forms off: the first that asks for an action.</summary>
    public async Task<Answer> ActAsync(Answer page, string action, params (string Name, string Value)[] fields)
    {
        var form = Forms.Of(page).First(form => form.Hidden.Contains(("action", action)));
        var answer = await browser.PostAsync(form.Action, [.. form.Hidden, .. fields]);
        return answer.Status == 303 ? await browser.OpenAsync(answer.Header("Location")!) : answer;
    }

    /// <summary>Lets the proof of the sign-in grow old.</summary>
    public void GrowOld() => host.Clock.Advance(TimeSpan.FromMinutes(11));

    public void Dispose() => browser.Dispose();
}
