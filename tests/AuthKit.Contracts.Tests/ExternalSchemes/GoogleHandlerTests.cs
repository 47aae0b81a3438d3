using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Events;
using Microsoft.AspNetCore.Authentication.Google;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.ExternalSchemes;

/// <summary>Microsoft's own handler for Google, as <c>AddGoogle</c> adds it, against a stand-in of Google's.</summary>
internal sealed class GoogleHandlerTests
{
    private const string Return = "https://client.example/signed-in";

    private StandInGoogle _google = null!;
    private TestHost _host = null!;
    private HeardEvents _heard = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _google = await StandInGoogle.StartAsync();
        _heard = new();
        _host = await TestHost.StartAsync(_heard.Plan.And(new()
        {
            Build = authKit =>
            {
                authKit.Services.AddAuthentication().AddGoogle(Configure);
                authKit.AddExternalSchemes(schemes =>
                {
                    schemes[GoogleDefaults.AuthenticationScheme].UseGoogle();
                    schemes.ReturnAddresses.Add(Return);
                });
            },
        }));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _google.DisposeAsync();
    }

    [Test]
    public async Task Somebody_signs_up_and_signs_in()
    {
        _google.Person = Of("1001", "kim@gmail.com");

        var (first, second) = (await SignInAsync(), await SignInAsync());

        Assert.That(first.Status, Is.EqualTo(200), first.Body);
        var (one, other) = (await ProfileAsync(first), await ProfileAsync(second));
        Assert.That((one.Member("data.email"), one.Member("data.email_verified"), one.Member("data.name")), Is.EqualTo(("kim@gmail.com", "True", "Kim")), one.Body);
        Assert.That(other.Member("data.id"), Is.EqualTo(one.Member("data.id")));
        Assert.That((await _heard.NextAsync<Registered>()).Provider, Is.EqualTo("google"));
        Assert.That(_heard.All.OfType<SignedIn>().Select(signedIn => signedIn.Provider), Is.EqualTo(new[] { "google", "google" }));
    }

    [Test]
    public async Task An_organisation_s_own_address_is_believed_and_another_s_is_asked_about()
    {
        foreach (var email in new[] { "kim@corp.example", "lee@other.example" })
        {
            await Pair.RegisterAsync(_host, email);
            await LaravelSpeaker.ResetByMailAsync(_host, Speaker.Password, email);
        }

        _google.Person = Of("1002", "kim@corp.example", hostedDomain: "corp.example");
        var own = await SignInAsync();
        _google.Person = Of("1003", "lee@other.example", hostedDomain: "corp.example");
        var others = await SignInAsync();
        _google.Person = Of("1004", "max@gmail.com", isVerified: false);
        var unverified = await SignInAsync();

        Assert.That((own.Status, others.Status, unverified.Status), Is.EqualTo((200, 403, 401)), $"{own.Body}{others.Body}{unverified.Body}");
    }

    [Test]
    public async Task Somebody_signs_in_on_the_pages()
    {
        _google.Person = Of("1005", "kim@gmail.com");
        using var browser = new Browser(_host, "en");
        var page = await browser.OpenAsync("/signin");
        Assert.That(page.Body, Does.Contain("Continue with Google").And.Contain("href=\"/external-sign-in?provider=google\""));

        var answer = await browser.AskAsync("/external-sign-in?provider=google");
        while (answer.Header("Location") is { } next)
            answer = await browser.AskAsync(next);

        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("kim@gmail.com"), answer.Body);
    }

    [Test]
    public async Task An_answer_without_the_verifier_signs_nobody_in()
    {
        _google.Person = Of("1006", "kim@gmail.com");
        using Browser one = new(_host), other = new(_host);
        var (first, second) = (await CallbackAsync(one), await CallbackAsync(other));
        var (stolen, state) = (QueryHelpers.ParseQuery(first.Query)["code"].ToString(), QueryHelpers.ParseQuery(second.Query)["state"].ToString());

        // The code of one browser in the answer to the other.
        var mixed = await other.AskAsync(QueryHelpers.AddQueryString(second.GetLeftPart(UriPartial.Path), new Dictionary<string, string?> { ["code"] = stolen, ["state"] = state }));
        var back = await other.AskAsync(mixed.Header("Location")!);

        Assert.That(back.Header("Location"), Does.StartWith(Return).And.Contain("error=server_error").And.Not.Contain("code="));
    }

    private void Configure(GoogleOptions options)
    {
        (options.ClientId, options.ClientSecret) = (StandInGoogle.ClientId, StandInGoogle.ClientSecret);
        (options.AuthorizationEndpoint, options.TokenEndpoint, options.UserInformationEndpoint) = ($"{_google.Address}/authorize", $"{_google.Address}/token", $"{_google.Address}/userinfo");
        // The browser's clock, by which its cookies end, is the machine's; and it takes Secure cookies from this machine without https, which CookieContainer does not.
        options.TimeProvider = TimeProvider.System;
        (options.CorrelationCookie.SecurePolicy, options.CorrelationCookie.SameSite) = (CookieSecurePolicy.SameAsRequest, SameSiteMode.Lax);
    }

    private static JsonObject Of(string subject, string email, string? hostedDomain = null, bool isVerified = true)
    {
        var person = new JsonObject { ["sub"] = subject, ["name"] = "Kim", ["email"] = email, ["email_verified"] = isVerified };
        if (hostedDomain is not null)
            person["hd"] = hostedDomain;
        return person;
    }

    private async Task<Answer> SignInAsync()
    {
        using var browser = new Browser(_host);
        var callback = await CallbackAsync(browser);
        var answer = await browser.AskAsync((await browser.AskAsync(callback.ToString())).Header("Location")!);
        var code = QueryHelpers.ParseQuery(new Uri(answer.Header("Location")!).Query)["code"].ToString();
        return await _host.PostJsonAsync("/api/v1/external-sign-in", $$"""{"code":"{{code}}","code_verifier":"{{PageHost.Verifier}}"}""");
    }

    /// <summary>Where Google sends the browser back to.</summary>
    private static async Task<Uri> CallbackAsync(Browser browser)
    {
        var start = await browser.AskAsync(QueryHelpers.AddQueryString("/external-sign-in", new Dictionary<string, string?> { ["provider"] = "google", ["return_address"] = Return, ["code_challenge"] = PageHost.Challenge }));
        Assert.That(start.Header("Location"), Is.Not.Null, start.Body);
        var callback = new Uri((await browser.AskAsync(start.Header("Location")!)).Header("Location")!);
        Assert.That(callback.AbsolutePath, Is.EqualTo("/signin-google"));
        return callback;
    }

    private Task<Answer> ProfileAsync(Answer signedIn) => _host.GetAsync("/api/v1/user", Requests.Bearer(signedIn.Member("data.access_token")!));
}
