using System.Globalization;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.ClientFacts;

/// <summary>What clients written against document 002 do, and rely on.</summary>
internal sealed class MessageCodeClientTests
{
    [Test]
    public async Task They_read_ExpiredTime_as_ISO_8601_with_an_offset()
    {
        await using var host = await TestHost.StartAsync();
        await new MessageCodeSpeaker().RegisterAsync(host);

        var expired = (await new MessageCodeSpeaker().SignInAsync(host)).Member("Content.ExpiredTime")!;

        Assert.That(expired, Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?[+-]\d\d:\d\d$"));
        Assert.That(DateTimeOffset.Parse(expired, CultureInfo.InvariantCulture), Is.EqualTo(host.Clock.GetUtcNow().AddMinutes(15)));
    }

    [Test]
    public async Task A_time_with_a_fraction_is_one_too()
    {
        await using var host = await TestHost.StartAsync();
        host.Clock.Advance(TimeSpan.FromTicks(2301601));

        var expired = (await MessageCodeSpeaker.RequestResetAsync(host)).Member("Content.ExpiredTime");

        Assert.That(expired, Is.EqualTo("2026-01-01T13:00:00.2301601+00:00"));
    }

    [Test]
    public async Task The_token_is_never_promised_for_longer_than_it_lives()
    {
        await using var host = await TestHost.StartAsync();
        await new MessageCodeSpeaker().RegisterAsync(host);
        host.Clock.Advance(TimeSpan.FromMilliseconds(999));

        var content = (await new MessageCodeSpeaker().SignInAsync(host)).Json.GetProperty("Content");
        host.Clock.Advance(content.GetProperty("ExpiredTime").GetDateTimeOffset() - host.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));

        Assert.That((await host.MeAsync(content.GetProperty("TokenId").GetString()!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Login_id_and_date_which_their_tokens_had_in_unique_name_are_told_by_Validate_and_the_claims()
    {
        await using var host = await TestHost.StartAsync();
        await new MessageCodeSpeaker().RegisterAsync(host);
        var token = (await new MessageCodeSpeaker().SignInAsync(host)).Member("Content.TokenId")!;

        var content = (await MessageCodeSpeaker.ValidateAsync(host, token)).Json.GetProperty("Content");

        Assert.That(content.GetProperty("UserName").GetString(), Is.EqualTo(Speaker.Email));
        Assert.That(content.GetProperty("ExpiredTime").GetDateTimeOffset(), Is.EqualTo(host.Clock.GetUtcNow().AddMinutes(15)));
        Assert.That((await host.MeAsync(token)).Member("sub"), Is.Not.Empty);
    }

    [TestCase("Authorization: Bearer {0}", ExpectedResult = 200)]
    [TestCase("Token: {0}", ExpectedResult = 200)]
    [TestCase("Authorization: Bearer {0}\r\nToken: {0}", ExpectedResult = 200)]
    [TestCase("Authorization: \r\nToken: {0}", ExpectedResult = 200)]
    [TestCase("Authorization: Bearer\r\nToken: {0}", ExpectedResult = 200)]
    [TestCase("Authorization: Bearer {0}\r\nToken: ", ExpectedResult = 200)]
    [TestCase("Authorization: Bearer {0}\r\nToken: {1}", ExpectedResult = 401)]
    [TestCase("Authorization: Bearer {0}\r\nToken: x", ExpectedResult = 401)]
    [TestCase("Authorization: Bearer x\r\nToken: {0}", ExpectedResult = 401)]
    [TestCase("Authorization: Bearer {0}\r\nAuthorization: Bearer {1}", ExpectedResult = 401)]
    [TestCase("Authorization: Bearer {0}\r\nAuthorization: Bearer {0}", ExpectedResult = 401)]
    [TestCase("Token: {0}\r\nToken: {1}", ExpectedResult = 401)]
    [TestCase("Authorization: Basic {0}", ExpectedResult = 401)]
    public async Task<int> They_send_the_token_in_one_header_or_in_both(string headers)
    {
        await using var host = await TestHost.StartAsync();
        var one = (await Pair.RegisterAsync(host)).Access;
        var other = (await Pair.SignInAsync(host)).Access;

        var answer = await RawHttp.SendAsync(host, ["GET /User/GetUser?email= HTTP/1.1", string.Format(CultureInfo.InvariantCulture, headers, one, other)]);

        if (answer.Status != 200)
            Envelope.AssertFailure("message-code", answer);
        return answer.Status;
    }
}
