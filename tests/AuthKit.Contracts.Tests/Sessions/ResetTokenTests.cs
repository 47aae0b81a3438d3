using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A mailed token works once, and not for long.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ResetTokenTests(Engine engine)
{
    private const string NewPassword = "another horse 8!";

    [Test]
    public async Task It_works_once()
    {
        await using var host = await StartAsync();
        var token = await MailedAsync(host);

        Assert.That((await LaravelSpeaker.ResetAsync(host, token, NewPassword)).Status, Is.EqualTo(200));
        Assert.That((await LaravelSpeaker.ResetAsync(host, token, "a third horse 9!")).Status, Is.EqualTo(422));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: NewPassword)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Of_many_at_once_one_works()
    {
        await using var host = await StartAsync();
        var token = await MailedAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => LaravelSpeaker.ResetAsync(host, token, $"{NewPassword} {i}")));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == 422), Is.EqualTo(15));
    }

    [Test]
    public async Task It_expires()
    {
        await using var host = await StartAsync();
        var token = await MailedAsync(host);

        host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.That((await LaravelSpeaker.ResetAsync(host, token, NewPassword)).Status, Is.EqualTo(422));
        Assert.That((await new LaravelSpeaker().SignInAsync(host)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_others_that_were_mailed_end_with_the_one_that_was_used()
    {
        await using var host = await StartAsync();
        var first = await MailedAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var second = await host.Mails.NextTokenAsync(Speaker.Email);

        Assert.That((await LaravelSpeaker.ResetAsync(host, second, NewPassword)).Status, Is.EqualTo(200));
        Assert.That((await LaravelSpeaker.ResetAsync(host, first, "a third horse 9!")).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task A_newer_one_voids_it()
    {
        await using var host = await StartAsync();
        var first = await MailedAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var second = await host.Mails.NextTokenAsync(Speaker.Email);

        Assert.That((await LaravelSpeaker.ResetAsync(host, first, NewPassword)).Status, Is.EqualTo(422));
        Assert.That((await LaravelSpeaker.ResetAsync(host, second, NewPassword)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_change_of_the_password_voids_it()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);

        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, pair.Access, Speaker.Password, NewPassword)).Status, Is.EqualTo(200));

        Assert.That((await LaravelSpeaker.ResetAsync(host, token, "a third horse 9!")).Status, Is.EqualTo(422));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: NewPassword)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Of_several_that_were_asked_for_at_once_one_works()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LaravelSpeaker.RequestResetAsync(host)));
        var tokens = new List<string>();
        for (var i = 0; i < 8; i++)
            tokens.Add(await host.Mails.NextTokenAsync(Speaker.Email));

        var answers = await Task.WhenAll(tokens.Select((token, i) => LaravelSpeaker.ResetAsync(host, token, $"{NewPassword} {i}")));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
    }

    [Test]
    public async Task A_weak_password_does_not_use_it_up()
    {
        await using var host = await StartAsync();
        var token = await MailedAsync(host);

        Assert.That((await LaravelSpeaker.ResetAsync(host, token, "123456")).Status, Is.EqualTo(422));
        Assert.That((await LaravelSpeaker.ResetAsync(host, token, Speaker.Email)).Status, Is.EqualTo(422));
        Assert.That((await LaravelSpeaker.ResetAsync(host, token, NewPassword)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task It_unlocks_the_account()
    {
        await using var host = await StartAsync();
        var token = await MailedAsync(host);
        for (var i = 0; i < 6; i++)
            await new LaravelSpeaker().SignInAsync(host, password: "wrong");

        await LaravelSpeaker.ResetAsync(host, token, NewPassword);

        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: NewPassword)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task It_works_for_an_account_that_lives_in_a_tenant()
    {
        await using var host = await StartAsync();
        await new TenantSpeaker().RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);

        var reset = await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Speaker.Email), NewPassword);

        Assert.That(reset.Status, Is.EqualTo(200));
        Assert.That((await new TenantSpeaker().SignInAsync(host, password: NewPassword)).Status, Is.EqualTo(200));
    }

    private static async Task<string> MailedAsync(TestHost host)
    {
        await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        return await host.Mails.NextTokenAsync(Speaker.Email);
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine });
}
