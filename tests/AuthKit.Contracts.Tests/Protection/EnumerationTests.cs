using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>Whoever asks for a reset learns nothing about who has an account.</summary>
internal sealed class EnumerationTests
{
    [Test]
    public async Task A_reset_under_001_is_answered_alike()
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);

        var known = await LaravelSpeaker.RequestResetAsync(host);
        var unknown = await LaravelSpeaker.RequestResetAsync(host, "bert@example.com");

        Assert.That((unknown.Status, unknown.Body), Is.EqualTo((known.Status, known.Body)));
        await AssertOneMailAsync(host);
    }

    [Test]
    public async Task A_reset_under_002_is_answered_alike_but_for_the_random_handle()
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);

        var known = await MessageCodeSpeaker.RequestResetAsync(host);
        var unknown = await MessageCodeSpeaker.RequestResetAsync(host, "bert@example.com");

        Assert.That(WithoutHandle(unknown), Is.EqualTo(WithoutHandle(known)));
        Assert.That(Handle(unknown), Has.Length.EqualTo(Handle(known).Length).And.Not.EqualTo(Handle(known)));
        await AssertOneMailAsync(host);
    }

    [Test]
    public async Task A_reset_for_an_account_in_a_tenant_is_answered_like_one_at_home()
    {
        await using var host = await TestHost.StartAsync();
        await new TenantSpeaker().RegisterAsync(host);

        var known = await MessageCodeSpeaker.RequestResetAsync(host);
        var unknown = await MessageCodeSpeaker.RequestResetAsync(host, "bert@example.com");

        Assert.That(WithoutHandle(unknown), Is.EqualTo(WithoutHandle(known)));
        await AssertOneMailAsync(host);
    }

    [Test]
    public async Task What_a_reset_returns_is_not_what_it_mails()
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);

        var answer = await MessageCodeSpeaker.RequestResetAsync(host);
        var mailed = await host.Mails.NextTokenAsync(Speaker.Email);

        Assert.That(mailed, Does.StartWith($"{Handle(answer)}."));
        Assert.That(answer.Body, Does.Not.Contain(mailed.Split('.')[1]));
    }

    private static string Handle(Answer answer) => answer.Member("Content.TokenId")!;

    private static (int Status, string Body) WithoutHandle(Answer answer) => (answer.Status, answer.Body.Replace(Handle(answer), "", StringComparison.Ordinal));

    // The host has one sender, which takes what waits longest: what is asked for later comes after a mail to the unknown address.
    private static async Task AssertOneMailAsync(TestHost host)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await host.Mails.NextAsync()).To, Is.EqualTo(Speaker.Email));
        await LaravelSpeaker.RequestResetAsync(host);
        Assert.That((await host.Mails.NextAsync()).To, Is.EqualTo(Speaker.Email));
    }
}
