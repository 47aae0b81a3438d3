using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.External;

/// <summary>Sign-in through Google and Facebook, against a stand-in for both over HTTP.</summary>
[TestFixture(1)]
[TestFixture(2)]
internal sealed class ThirdPartyTests(int type)
{
    private const string Email = "thienthn@apzon.com";

    [Test]
    public async Task The_first_sign_in_makes_the_account_and_the_second_finds_it()
    {
        await using var host = await StartAsync();

        var first = await SignInAsync(host, new());
        var second = await SignInAsync(host, new());

        Assert.That(first.Member("Content.Email"), Is.EqualTo(Email));
        Assert.That(await SubjectAsync(host, second), Is.EqualTo(await SubjectAsync(host, first)));
    }

    [Test]
    public async Task The_account_is_the_subjects_whatever_becomes_of_the_address()
    {
        await using var host = await StartAsync();
        var before = await SignInAsync(host, new());

        var renamed = await SignInAsync(host, new() { Email = "renamed@example.com" });
        var silent = await SignInAsync(host, new() { Email = null });

        Assert.That(await SubjectAsync(host, renamed), Is.EqualTo(await SubjectAsync(host, before)));
        Assert.That(await SubjectAsync(host, silent), Is.EqualTo(await SubjectAsync(host, before)));
        Assert.That(renamed.Member("Content.Email"), Is.EqualTo(Email));
    }

    [TestCase("10\u0000")]
    [TestCase("\0")]
    public async Task A_subject_that_no_database_holds_is_nobody(string subject)
    {
        await using var host = await StartAsync();

        Assert.That((await MessageCodeSpeaker.ThirdPartyAsync(host, type, new ProviderToken { Subject = subject }.Encode())).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Many_first_sign_ins_at_once_make_one_account()
    {
        await using var host = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => MessageCodeSpeaker.ThirdPartyAsync(host, type, new ProviderToken().Encode())));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(200));
        var subjects = await Task.WhenAll(answers.Select(answer => SubjectAsync(host, answer)));
        Assert.That(subjects.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_token_for_another_application_signs_nobody_in() =>
        await AssertRefusedAsync(new() { GoogleAudience = "another", FacebookApplication = "another" }, 401);

    [Test]
    public async Task An_address_that_the_provider_has_not_verified_makes_no_account() =>
        await AssertRefusedAsync(new() { EmailVerified = false }, 401);

    [Test]
    public async Task No_subject_is_nobody() => await AssertRefusedAsync(new() { Subject = "" }, 401);

    [Test]
    public async Task A_token_that_the_provider_refuses_signs_nobody_in() => await AssertRefusedAsync(new() { Status = 401 }, 401);

    [TestCase(500)]
    [TestCase(429)]
    [TestCase(302)]
    public async Task A_provider_that_fails_is_not_the_tokens_fault(int status) => await AssertRefusedAsync(new() { Status = status }, 503);

    [TestCase("<html>")]
    [TestCase("")]
    [TestCase("[]")]
    [TestCase("""{"aud": {}, "id": {}}""")]
    public async Task A_provider_that_talks_nonsense_has_failed(string garbage) => await AssertRefusedAsync(new() { Garbage = garbage }, 503);

    [TestCase("text/html; charset=x-unknown")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("application/octet-stream")]
    public async Task JSON_is_UTF_8_whatever_it_calls_itself(string contentType)
    {
        await using var host = await StartAsync();

        await SignInAsync(host, new() { ContentType = contentType });
    }

    [TestCase("null")]
    [TestCase("{}")]
    public async Task A_provider_that_knows_nothing_vouches_for_nobody(string garbage) => await AssertRefusedAsync(new() { Garbage = garbage }, 401);

    [Test]
    public async Task A_provider_that_says_nothing_is_not_waited_for() => await AssertRefusedAsync(new() { Silent = true }, 503);

    [Test]
    public async Task A_provider_that_is_not_there_has_failed()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options =>
            {
                SharedProviders.Instance.Configure(options);
                // Port 1 of this machine: nobody listens.
                options.External.Google.Address = options.External.Facebook.Address = new("http://127.0.0.1:1/");
            },
        });

        AssertRefused(await MessageCodeSpeaker.ThirdPartyAsync(host, type, new ProviderToken().Encode()), 503);
    }

    [TestCase("tôken")]
    [TestCase("to ken")]
    [TestCase("to\\u0001ken")]
    [TestCase("to\\r\\nken")]
    [TestCase("\\u202Etoken")]
    [TestCase("%00")]
    public async Task A_token_that_no_provider_could_have_issued_is_the_tokens_fault(string token)
    {
        await using var host = await StartAsync();

        AssertRefused(await MessageCodeSpeaker.ThirdPartyAsync(host, type, token), 401);
    }

    [Test]
    public async Task A_provider_without_an_application_id_is_off_and_is_not_asked()
    {
        await using var provider = await StandInProviders.StartAsync();
        await using var host = await TestHost.StartAsync(new() { Options = options => options.External.Google.Address = options.External.Facebook.Address = provider.Address });

        var answer = await MessageCodeSpeaker.ThirdPartyAsync(host, type, new ProviderToken { GoogleAudience = "", FacebookApplication = "" }.Encode());

        AssertRefused(answer, 401);
        Assert.That(provider.Requests, Is.Empty);
    }

    [TestCase(256)]
    [TestCase(5000)]
    public async Task A_subject_that_is_longer_than_any_is_nobody(int length) => await AssertRefusedAsync(new() { Subject = new('1', length) }, 401);

    [Test]
    public async Task The_other_provider_naming_the_address_does_not_open_the_account()
    {
        await using var host = await StartAsync();
        await SignInAsync(host, new());

        Linking.AssertAsked(await MessageCodeSpeaker.ThirdPartyAsync(host, 3 - type, new ProviderToken { Subject = "2002" }.Encode()));
    }

    [Test]
    public async Task An_account_that_is_deleted_is_made_anew()
    {
        await using var host = await StartAsync();
        var before = await SubjectAsync(host, await SignInAsync(host, new()));
        await host.DeleteAccountAsync(Email);
        host.Clock.Advance(TimeSpan.FromMinutes(11));

        var after = await SubjectAsync(host, await SignInAsync(host, new()));

        Assert.That(after, Is.Not.Null.And.Not.EqualTo(before));
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(new()
    {
        Options = options =>
        {
            SharedProviders.Instance.Configure(options);
            options.External.Timeout = TimeSpan.FromSeconds(2);
        },
    });

    private async Task<Answer> SignInAsync(TestHost host, ProviderToken token)
    {
        var answer = await MessageCodeSpeaker.ThirdPartyAsync(host, type, token.Encode());
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer;
    }

    private static async Task<string?> SubjectAsync(TestHost host, Answer answer) => (await host.MeAsync(answer.Member("Content.TokenId")!)).Member("sub");

    private async Task AssertRefusedAsync(ProviderToken token, int status)
    {
        await using var host = await StartAsync();
        AssertRefused(await MessageCodeSpeaker.ThirdPartyAsync(host, type, token.Encode()), status);
    }

    private static void AssertRefused(Answer answer, int status)
    {
        Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
        Envelope.AssertFailure("message-code", answer);
        Assert.That(answer.Header("Retry-After"), Is.EqualTo(status == 503 ? "1" : null));
    }
}
