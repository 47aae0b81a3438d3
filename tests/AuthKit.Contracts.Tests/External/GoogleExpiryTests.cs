using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.External;

/// <summary>Google says when its token expires; a token that has expired by then signs nobody in.</summary>
internal sealed class GoogleExpiryTests
{
    [TestCase(1, ExpectedResult = 200)]
    [TestCase(0, ExpectedResult = 401)]
    [TestCase(-3600, ExpectedResult = 401)]
    public async Task<int> A_token_is_good_until_it_expires(int secondsLeft)
    {
        await using var host = await TestHost.StartAsync(new() { Options = SharedProviders.Instance.Configure });
        var token = new ProviderToken { Expires = host.Clock.GetUtcNow().AddSeconds(secondsLeft) };

        return (await MessageCodeSpeaker.ThirdPartyAsync(host, type: 2, token.Encode())).Status;
    }

    [Test]
    public async Task The_token_is_in_no_address_that_Google_is_asked_at()
    {
        await using var host = await TestHost.StartAsync(new() { Options = SharedProviders.Instance.Configure });
        var token = new ProviderToken { Subject = "3003" }.Encode();

        await MessageCodeSpeaker.ThirdPartyAsync(host, type: 2, token);
        await MessageCodeSpeaker.ThirdPartyAsync(host, type: 1, token);

        Assert.That(SharedProviders.Instance.Requests, Is.Not.Empty);
        Assert.That(SharedProviders.Instance.Requests, Has.None.Contains(token));
    }
}
