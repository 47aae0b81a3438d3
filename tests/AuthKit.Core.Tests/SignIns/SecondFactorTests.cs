using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>A sign-in to an account with a second factor goes on with a challenge, and with nothing else.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SecondFactorTests
{
    private readonly FakeFactor _factor = new();

    [Test]
    public async Task A_host_without_second_factors_signs_in_by_password_alone()
    {
        await using var host = new SignInHost();
        await host.RegisterAsync();

        var pair = (await host.LoginAsync()).Value!;

        Assert.Multiple(() =>
        {
            Assert.That(SignInHost.Read(pair.IdToken).GetPayloadValue<string[]>(JwtRegisteredClaimNames.Amr), Is.EqualTo(new[] { "pwd" }));
            Assert.That(SignInHost.Read(pair.IdToken).GetPayloadValue<string>(JwtRegisteredClaimNames.Acr), Is.EqualTo("urn:authkit:acr:1fa"));
            Assert.That(SignInHost.Read(pair.AccessToken).GetPayloadValue<string>(JwtRegisteredClaimNames.Acr), Is.EqualTo("urn:authkit:acr:1fa"));
            Assert.That(host.Heard.Of<SignedIn>().Single().Methods, Is.EqualTo(new[] { "pwd" }));
        });
    }

    [Test]
    public async Task An_account_without_one_signs_in_by_password_alone()
    {
        await using var host = new SignInHost(_factor);
        await host.RegisterAsync();

        Assert.That((await host.LoginAsync()).Failure, Is.Null);
        Assert.That(_factor.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task An_account_with_one_gets_a_challenge_and_no_session()
    {
        await using var host = new SignInHost(_factor, new FakeFactor("unused"));
        await host.RegisterAsync(null, _factor);

        var challenge = SignInHost.Detail(await host.LoginAsync());

        Assert.Multiple(() =>
        {
            Assert.That(challenge.Methods, Is.EqualTo(new[] { "fake" }));
            Assert.That(challenge.ExpiresIn, Is.EqualTo(300));
            Assert.That(host.Heard.Of<SignedIn>(), Is.Empty);
            Assert.That(host.Heard.Of<SecondFactorAsked>().Single().Methods, Is.EqualTo(new[] { "fake" }));
        });
    }

    [Test]
    public async Task The_tokens_tell_of_both_factors_and_a_refresh_does_not_ask_again()
    {
        await using var host = new SignInHost(_factor);
        await host.RegisterAsync(null, _factor);
        var challenge = await host.ChallengeAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var pair = (await host.CompleteAsync(challenge)).Value!;
        host.Clock.Advance(TimeSpan.FromHours(1));
        var next = (await host.RefreshAsync(pair)).Value!;

        Assert.Multiple(() =>
        {
            Assert.That(pair.Scope, Is.EqualTo("openid offline_access"));
            Assert.That(host.Heard.Of<SignedIn>().Single().Methods, Is.EqualTo(new[] { "pwd", "otp", "mfa" }));
            foreach (var tokens in new[] { pair, next })
            {
                Assert.That(SignInHost.Read(tokens.IdToken).GetPayloadValue<string[]>(JwtRegisteredClaimNames.Amr), Is.EqualTo(new[] { "pwd", "otp", "mfa" }));
                Assert.That(SignInHost.Read(tokens.IdToken).GetPayloadValue<string>(JwtRegisteredClaimNames.Acr), Is.EqualTo("urn:authkit:acr:2fa"));
                Assert.That(SignInHost.Read(tokens.AccessToken).GetPayloadValue<string>(JwtRegisteredClaimNames.Acr), Is.EqualTo("urn:authkit:acr:2fa"));
                Assert.That(SignInHost.Read(tokens.AccessToken).GetPayloadValue<long>(JwtRegisteredClaimNames.AuthTime), Is.EqualTo(1795680060));
            }
        });
        var caller = await host.CallerAsync(next);
        Assert.That(caller.AuthenticationContext, Is.EqualTo("urn:authkit:acr:2fa"));
        Assert.That(caller.AuthenticatedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1795680060)));
    }

    [Test]
    public async Task A_provider_s_word_is_one_factor()
    {
        await using var host = new SignInHost(_factor);
        _factor.Owners[(await host.LoginExternalAsync()).Value!.UserId] = true;

        var challenge = SignInHost.Detail(await host.LoginExternalAsync());
        var pair = (await host.CompleteAsync(challenge.Challenge)).Value!;

        Assert.That(SignInHost.Read(pair.AccessToken).GetPayloadValue<string>(JwtRegisteredClaimNames.Acr), Is.EqualTo("urn:authkit:acr:2fa"));
        Assert.That(host.Heard.Of<SignedIn>().Select(signedIn => (signedIn.Provider, string.Join(' ', signedIn.Methods))), Is.EqualTo(new[] { (SignInHost.Provider, ""), (SignInHost.Provider, "otp mfa") }));
    }

    [Test]
    public async Task A_browser_s_sign_in_asks_as_well()
    {
        await using var host = new SignInHost(_factor);
        await host.RegisterAsync(null, _factor);

        var challenge = SignInHost.Detail(await host.SignInBrowserAsync());
        var browser = (await host.CompleteBrowserAsync(challenge.Challenge)).Value!;

        await using var account = await host.Get<IFeatureAccounts>().FindAsync(Tenant.Home, browser.UserId, default);
        var session = await account!.Account.Database.Sessions.FindAsync(browser.SessionId, default);
        Assert.That(SessionDetails.Of(session!).Methods, Is.EqualTo(new[] { "pwd", "otp", "mfa" }));
    }

    [Test]
    public async Task A_method_of_both_factors_asks_for_nothing_more()
    {
        await using var host = new SignInHost(_factor);
        var id = await host.RegisterAsync(null, _factor);

        Assert.That((await SignInAsync(host, id, ["hwk", "user", "mfa"], factor: null)).Failure, Is.Null);
        Assert.That(_factor.Asked, Is.Zero);
    }

    [Test]
    public async Task A_factor_that_the_sign_in_began_with_is_no_second_one()
    {
        var other = new FakeFactor("other");
        await using var host = new SignInHost(_factor, other);
        var id = await host.RegisterAsync(null, _factor);

        var alone = await SignInAsync(host, id, ["hwk"], "fake");
        other.Owners[id] = true;
        var beside = await SignInAsync(host, id, ["hwk"], "fake");

        Assert.That((alone.Failure?.Fault, alone.Failure?.Detail), Is.EqualTo((Fault.SecondFactorRequired, (object?)null)));
        Assert.That(SignInHost.Detail(beside).Methods, Is.EqualTo(new[] { "other" }));
    }

    [Test]
    public async Task A_proof_is_prepared_with_what_it_is_judged_with()
    {
        var other = new FakeFactor("other");
        await using var host = new SignInHost(_factor, other);
        await host.RegisterAsync(null, _factor, other);
        var challenge = await host.ChallengeAsync();

        Assert.That((await host.BeginAsync(challenge, "other")).Value?.Method, Is.EqualTo("other"));
        var prepared = other.Nonce!;
        await host.CompleteAsync(challenge, method: "other");

        Assert.That(other.Nonce, Is.EqualTo(prepared).And.Length.EqualTo(32));
        Assert.That(_factor.Nonce, Is.Null);
    }

    [Test]
    public async Task A_tenant_s_account_is_challenged_in_its_tenant()
    {
        await using var host = new SignInHost(_factor);
        await host.RegisterAsync("east", _factor);
        var challenge = await host.ChallengeAsync();

        var elsewhere = await host.CompleteAsync(challenge, context: host.Context with { TenantHint = Tenant.Home });
        var pair = (await host.CompleteAsync(challenge, context: host.Context with { TenantHint = "east" })).Value!;

        Assert.That(elsewhere.Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await host.CallerAsync(pair)).Tenant, Is.EqualTo("east"));
    }

    [Test]
    public async Task A_device_that_is_trusted_is_spared_the_second_factor_and_nothing_says_otherwise()
    {
        await using var host = new SignInHost(services => services.AddSingleton<ITrustedDevices, TrustedDevices>(), _factor);
        await host.RegisterAsync(null, _factor);

        var untrusted = (await host.CompleteBrowserAsync(SignInHost.Detail(await host.SignInBrowserAsync()).Challenge)).Value!;
        var known = host.Context with { Device = untrusted.DeviceToken };
        var asked = SignInHost.Detail(await host.SignInBrowserAsync(known));
        var trusted = (await host.CompleteBrowserAsync(asked.Challenge, known, trust: true)).Value!;
        var pair = (await host.LoginAsync(known)).Value!;

        Assert.That(trusted.DeviceToken, Is.EqualTo(untrusted.DeviceToken));
        Assert.That(SignInHost.Read(pair.IdToken).GetPayloadValue<string[]>(JwtRegisteredClaimNames.Amr), Is.EqualTo(new[] { "pwd" }));
        SignInHost.Detail(await host.LoginAsync(host.Context with { Device = "made up" }));
    }

    [Test]
    public async Task A_program_gets_what_its_device_is_trusted_by()
    {
        await using var host = new SignInHost(services => services.AddSingleton<ITrustedDevices, TrustedDevices>(), _factor);
        await host.RegisterAsync(null, _factor);

        var asked = (await host.CompleteAsync(await host.ChallengeAsync())).Value!;
        var trusted = (await host.CompleteAsync(await host.ChallengeAsync(), trust: true)).Value!;

        Assert.That(asked.DeviceToken, Is.Null);
        Assert.That((await host.LoginAsync(host.Context with { Device = trusted.DeviceToken })).Failure, Is.Null);
    }

    private static async Task<Outcome<TokenPair>> SignInAsync(SignInHost host, Guid id, string[] methods, string? factor)
    {
        var signIns = host.Get<ISignIns>();
        await using var account = await host.Get<IFeatureAccounts>().FindAsync(Tenant.Home, id, default);
        var client = (await signIns.AuthenticateAsync(null, host.Context, default)).Value!;
        return await signIns.SignInAsync(new(account!.Account, methods) { Factor = factor }, client, host.Context, default);
    }
}
