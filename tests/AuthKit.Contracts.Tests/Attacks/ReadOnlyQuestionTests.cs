using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Sessions;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>Who asks about a refresh token changes nothing, and takes no lock that a writer would wait for.</summary>
internal sealed class ReadOnlyQuestionTests
{
    [Test]
    public async Task Introspection_and_the_revocation_of_what_is_none_write_to_no_session()
    {
        var writes = 0;
        await using var host = await TestHost.StartAsync(new()
        {
            Build = builder => WatchedStore.Watch(builder, call =>
            {
                if (WatchedStore.ChangesSessions(call))
                    Interlocked.Increment(ref writes);
            }),
        });
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var guessed = $"{tokens.Refresh![..tokens.Refresh!.IndexOf('.', StringComparison.Ordinal)]}.{new string('A', 43)}";
        writes = 0;

        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Refresh!)).Body, Does.Contain("\"active\":true"));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, guessed)).Body, Does.Contain("\"active\":false"));
        Assert.That((await OAuthSpeaker.RevokeAsync(host, OAuthClients.Shop, guessed)).Status, Is.EqualTo(200));

        Assert.That(writes, Is.Zero);
    }
}
