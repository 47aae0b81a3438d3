using AuthKit.Contracts.Tests.Harness;
using AuthKit.External;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.External.Linking;

namespace AuthKit.Contracts.Tests.External;

/// <summary>A host lists the identities that sign in to an account, and has one taken away.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class UnlinkingTests(Engine engine)
{
    private static readonly ExternalLogin Google1 = new(ExternalProviders.Google, "1001");
    private static readonly ExternalLogin Google2 = new(ExternalProviders.Google, "2002");

    [Test]
    public async Task It_signs_in_no_more_and_what_it_started_ends()
    {
        await using var host = await StartAsync();
        var own = await RegisterProvedAsync(host);
        var through = await SignInAsync(host, Google, Of(Google1));

        var listed = await ListAsync(host, own.Access);
        var outcome = await UnlinkAsync(host, own.Access, Google1);

        Assert.That(listed.Select(login => login.Login), Is.EqualTo(new[] { Google1 }));
        Assert.That(outcome.Failure, Is.Null);
        Assert.That((await host.MeAsync(through)).Status, Is.EqualTo(401));
        Assert.That((await host.MeAsync(own.Access)).Status, Is.EqualTo(200), "The caller's session goes on.");
        Assert.That(await ListAsync(host, own.Access), Is.Empty);
    }

    [Test]
    public async Task The_last_way_in_stays()
    {
        await using var host = await StartAsync();
        var token = await SignInAsync(host, Google, Of(Google1));

        Assert.That((await UnlinkAsync(host, token, Google1)).Failure?.Fault, Is.EqualTo(Fault.LastSignInMethod));
        await SignInAsync(host, Google, Of(Google2));
        Assert.That((await UnlinkAsync(host, token, Google1)).Failure, Is.Null);
        Assert.That((await UnlinkAsync(host, token, Google2)).Failure?.Fault, Is.EqualTo(Fault.LastSignInMethod));
    }

    [Test]
    public async Task One_that_nobody_has_proved_is_no_other_way_in()
    {
        await using var host = await StartAsync();
        var token = await SignInAsync(host, Facebook, new() { Email = Gmail });

        Assert.That((await UnlinkAsync(host, token, new(ExternalProviders.Facebook, "1001"))).Failure?.Fault, Is.EqualTo(Fault.LastSignInMethod));
    }

    [Test]
    public async Task Another_account_s_is_not_found()
    {
        await using var host = await StartAsync();
        await SignInAsync(host, Google, Of(Google1));
        var stranger = await Pair.RegisterAsync(host);

        Assert.That((await UnlinkAsync(host, stranger.Access, Google1)).Failure?.Fault, Is.EqualTo(Fault.NotFound));
        Assert.That((await UnlinkAsync(host, stranger.Access, new("google", "none"))).Failure?.Fault, Is.EqualTo(Fault.NotFound));
        Assert.That(await ListAsync(host, stranger.Access), Is.Empty);
    }

    [Test]
    public async Task Of_two_that_go_at_once_one_stays()
    {
        await using var host = await StartAsync();
        var token = await SignInAsync(host, Google, Of(Google1));
        await SignInAsync(host, Google, Of(Google2));
        var account = Guid.Parse((await SubjectAsync(host, token))!);
        var logins = host.Services.GetRequiredService<IExternalLogins>();

        for (var round = 0; round < 8; round++)
        {
            await Task.WhenAll(
                Task.Run(() => logins.RemoveAsync(account, Google1, CancellationToken.None)),
                Task.Run(() => logins.RemoveAsync(account, Google2, CancellationToken.None)));

            Assert.That(await logins.ListAsync(account, CancellationToken.None), Is.Not.Empty);
            await SignInAsync(host, Google, Of(Google1));
            await SignInAsync(host, Google, Of(Google2));
        }
    }

    [Test]
    public async Task A_third_party_s_token_does_neither()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host);
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        Assert.That((await UnlinkAsync(host, tokens.Access, Google1)).Failure?.Fault, Is.EqualTo(Fault.InsufficientScope));
        Assert.That((await Flows.ListExternalLogins.RunAsync(host.Services, new(tokens.Access), Context, CancellationToken.None)).Failure?.Fault, Is.EqualTo(Fault.InsufficientScope));
    }

    private static FlowContext Context { get; } = new() { ClientId = "host" };

    private static ProviderToken Of(ExternalLogin login) => new() { Email = Gmail, Subject = login.Subject };

    private static async Task<ExternalLoginRecord[]> ListAsync(TestHost host, string token) =>
        (await Flows.ListExternalLogins.RunAsync(host.Services, new(token), Context, CancellationToken.None)).Value!;

    private static Task<Outcome<Unit>> UnlinkAsync(TestHost host, string token, ExternalLogin login) =>
        Flows.UnlinkExternal.RunAsync(host.Services, new(token, login.Provider, login.Subject), Context, CancellationToken.None);

    private Task<TestHost> StartAsync() => Linking.StartAsync(new() { Engine = engine });
}
