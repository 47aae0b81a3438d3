using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features.ApiKeys;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.ApiKeys;

/// <summary>With what API keys cannot work, the host does not start, and says why.</summary>
internal sealed class ApiKeyOptionTests
{
    private static readonly (string Sentence, Action<ApiKeyOptions> Set)[] Wrong =
    [
        ("ApiKeys.Scopes is empty; list what keys can be given", static keys => keys.Scopes.Clear()),
        ("ApiKeys.Scopes: 'two words' is no scope", static keys => keys.Scopes.Add("two words")),
        ("ApiKeys.Scopes: 'a,b' is no scope", static keys => keys.Scopes.Add("a,b")),
        ("ApiKeys.Scopes: 'openid' is of sign-ins", static keys => keys.Scopes.Add("openid")),
        ("ApiKeys.Scopes has each value once", static keys => keys.Scopes.Add(NotesHost.Read)),
        ("ApiKeys.Prefix is 3 to 16", static keys => keys.Prefix = "ak"),
        ("ApiKeys.Prefix is 3 to 16", static keys => keys.Prefix = "eyJ_"),
        ("ApiKeys.Header is the name", static keys => keys.Header = "authorization"),
        ("ApiKeys.Header is the name", static keys => keys.Header = "X Key"),
        ("ApiKeys.MaxLifetime is an hour", static keys => keys.MaxLifetime = TimeSpan.FromMinutes(1)),
        ("ApiKeys.MaxOverlap is not negative", static keys => keys.MaxOverlap = TimeSpan.FromDays(31)),
        ("ApiKeys.MaxPerAccount is 1 to 100", static keys => keys.MaxPerAccount = 0),
    ];

    [TestCaseSource(nameof(Wrong))]
    public async Task What_is_wrong_is_said((string Sentence, Action<ApiKeyOptions> Set) wrong)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => NotesHost.StartAsync(new() { Options = options => wrong.Set(options.ApiKeys) }));

        Assert.That(refused.Message, Does.Contain(wrong.Sentence));
    }

    [Test]
    public async Task Keys_that_last_for_ever_are_warned_of_and_do()
    {
        await using var host = await NotesHost.StartAsync(new() { Options = options => options.ApiKeys.MaxLifetime = null });
        var made = await NotesHost.CreateAsync(host, (await Pair.RegisterAsync(host)).Access);

        Assert.That(host.Logs.Text, Does.Contain("ApiKeys.MaxLifetime is null"));
        Assert.That(made.Member("data.expires_at"), Is.Empty);
        host.Clock.Advance(TimeSpan.FromDays(4000));
        Assert.That(await NotesHost.CallAsync(host, MadeKey.Of(made).Text), Is.EqualTo(200));
    }

    [Test]
    public async Task Another_prefix_is_taken()
    {
        await using var host = await NotesHost.StartAsync(new() { Options = options => options.ApiKeys.Prefix = "club_key_" });
        var key = await MadeKey.CreateAsync(host, (await Pair.RegisterAsync(host)).Access);

        Assert.That(key.Text, Does.StartWith("club_key_"));
        Assert.That(await NotesHost.CallAsync(host, key.Text), Is.EqualTo(200));
    }

    [Test]
    public async Task Without_the_feature_there_is_neither_route_nor_key()
    {
        var host = await SharedHost.GetAsync();

        Assert.That((await host.GetAsync(NotesHost.Keys)).Status, Is.EqualTo(404));
    }
}
