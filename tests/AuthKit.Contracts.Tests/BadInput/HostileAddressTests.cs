using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>An address that no mail can be sent to registers nowhere, and is no error of the server's.</summary>
[TestFixtureSource(typeof(Speaker), nameof(Speaker.All))]
internal sealed class HostileAddressTests(Speaker speaker)
{
    private const string Label63 = "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123";

    [TestCase("anna@xn--zzzzzzz99999.example", Description = "no Punycode")]
    [TestCase("anna@xn--abc-.example", Description = "an A-label of what needs none")]
    [TestCase("anna@xn--.example")]
    [TestCase("anna@" + Label63 + "4.example", Description = "a label of 64")]
    [TestCase("anna@üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.example")]
    [TestCase("anna@" + Label63 + "." + Label63 + "." + Label63 + "." + Label63, Description = "255 of domain")]
    [TestCase("anna@ex_ample.example")]
    [TestCase("anna@münchen_.example")]
    [TestCase("anna@-münchen.example")]
    [TestCase("anna@münchen-.example")]
    [TestCase("anna@example.com。", Description = "a full stop that becomes a dot")]
    [TestCase("anna@\\u200dx.example", Description = "a joiner with nothing to join")]
    [TestCase("anna@\\ufdd0.example", Description = "no character")]
    public async Task No_domain_that_is_none(string email)
    {
        var host = await SharedHost.GetAsync();

        Envelope.AssertFailure(speaker.Contract, await AssertBelow500Async(speaker.RegisterAsync(host, email)), email);
        Envelope.AssertFailure(speaker.Contract == "oauth" ? "laravel" : speaker.Contract, await AssertBelow500Async((speaker.Contract == "oauth" ? new LaravelSpeaker() : speaker).SignInAsync(host, email)), email);
        await AssertBelow500Async(LaravelSpeaker.RequestResetAsync(host, email));
    }

    [TestCase("ngọc@example.com")]
    [TestCase("ａｎｎａ@example.com")]
    [TestCase("пример@example.com")]
    public async Task No_mailbox_that_only_a_server_with_SMTPUTF8_could_reach(string email)
    {
        var host = await SharedHost.GetAsync();

        Envelope.AssertFailure(speaker.Contract, await AssertBelow500Async(speaker.RegisterAsync(host, email)), email);
    }

    [Test]
    public async Task Unless_the_host_has_one()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Mail.SmtpUtf8 = true });

        Assert.That((await speaker.RegisterAsync(host, "ngọc@example.com")).Status, Is.LessThan(300));
    }

    private static async Task<Answer> AssertBelow500Async(Task<Answer> asking)
    {
        var answer = await asking;
        Assert.That(answer.Status, Is.LessThan(500), answer.Body);
        return answer;
    }
}
