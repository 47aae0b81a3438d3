using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>The sign-in page's challenge: nothing is kept of it until it is spent, and it is good once, for the browser that was shown it.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[Parallelizable(ParallelScope.Self)]
internal sealed partial class PasskeyPageTests
{
    private readonly SoftwareAuthenticator _authenticator = new();
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys() });
        var session = await Pair.RegisterAsync(_host, "page@example.com");
        var added = await PasskeyPaths.Laravel.RegisterAsync(_host, session.Access, _authenticator);
        Assert.That(added.Status, Is.EqualTo(201), added.Body);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _authenticator.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task A_key_signs_in_and_its_answer_is_good_once()
    {
        using var browser = new Browser(_host);
        var page = await browser.OpenAsync("/signin");
        var answer = AnswerTo(page);

        var first = await PostAsync(browser, page, answer);
        await browser.SubmitAsync(await browser.OpenAsync("/logout"));
        var again = await PostAsync(browser, page, answer);

        Assert.That((first.Status, first.Header("Location")), Is.EqualTo((303, "/signin")));
        Assert.That((again.Status, again.Body.Contains("This passkey was not accepted", StringComparison.Ordinal)), Is.EqualTo((400, true)), again.Body);
    }

    [Test]
    public async Task What_one_browser_was_shown_another_does_not_answer()
    {
        using var browser = new Browser(_host);
        using var another = new Browser(_host);
        var shown = await browser.OpenAsync("/signin");

        var refused = await PostAsync(another, await another.OpenAsync("/signin"), AnswerTo(shown));
        var taken = await PostAsync(browser, shown, AnswerTo(shown));

        Assert.That((refused.Status, refused.Body.Contains("This passkey was not accepted", StringComparison.Ordinal)), Is.EqualTo((400, true)), refused.Body);
        Assert.That(taken.Status, Is.EqualTo(303));
    }

    [Test]
    public async Task Pages_and_routes_do_not_take_each_other_s()
    {
        using var browser = new Browser(_host);
        var page = await browser.OpenAsync("/signin");

        var onPage = await PostAsync(browser, page, _authenticator.Get(await PasskeyPaths.Laravel.OptionsAsync(_host, "/sign-in/options", null)).ToJsonString());
        var byRoute = await PasskeyPaths.Laravel.PostAsync(_host, "/sign-in", null, ("credential", System.Text.Json.Nodes.JsonNode.Parse(AnswerTo(page))));

        Assert.That((onPage.Status, byRoute.Status), Is.EqualTo((400, 401)));
    }

    [Test]
    public async Task After_its_time_it_is_refused_and_the_page_has_another()
    {
        using var browser = new Browser(_host);
        var page = await browser.OpenAsync("/signin");
        var answer = AnswerTo(page);
        _host.Clock.Advance(TimeSpan.FromMinutes(5));

        var late = await PostAsync(browser, page, answer);
        var retried = await PostAsync(browser, late, AnswerTo(late));

        Assert.That((late.Status, retried.Status), Is.EqualTo((400, 303)));
    }

    [Test]
    public async Task Of_64_at_once_one_signs_in()
    {
        using var browser = new Browser(_host);
        var page = await browser.OpenAsync("/signin");
        var answer = AnswerTo(page);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => PostAsync(browser, page, answer)));

        Assert.That(answers.Count(static answer => answer.Status == 303), Is.EqualTo(1));
    }

    private string AnswerTo(Answer page)
    {
        var options = WebUtility.HtmlDecode(Options().Match(page.Body).Groups["json"].Value);
        return _authenticator.Get(JsonElement.Parse(options)).ToJsonString();
    }

    private static Task<Answer> PostAsync(Browser browser, Answer page, string credential) =>
        browser.PostAsync("/signin", ("__RequestVerificationToken", Form.Of(page)["__RequestVerificationToken"]), ("credential", credential));

    [GeneratedRegex("data-key=\"(?<json>[^\"]*)\"")]
    private static partial Regex Options();
}
