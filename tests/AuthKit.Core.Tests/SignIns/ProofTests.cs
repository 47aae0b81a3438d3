using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.SignIns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>What changes credentials asks for a recent proof, and who is signed in can give one.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProofTests
{
    private readonly FakeFactor _factor = new();

    [Test]
    public async Task A_sign_in_is_a_proof_for_ten_minutes()
    {
        await using var host = new SignInHost();
        await host.RegisterAsync();
        var pair = (await host.LoginAsync()).Value!;

        host.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(10));
        Assert.That(await host.ObjectionAsync(pair.AccessToken), Is.Null);
        host.Clock.Advance(TimeSpan.FromTicks(10));
        var late = await host.ObjectionAsync(pair.AccessToken);

        Assert.That(late?.Fault, Is.EqualTo(Fault.ProofRequired));
        var wanted = (WantedProof)late!.Detail!;
        Assert.That(wanted.Methods, Is.EqualTo(new[] { "password" }));
        Assert.That((wanted.MaxAge, wanted.AcrValues), Is.EqualTo((600, (string?)null)));
    }

    [Test]
    public async Task A_refresh_is_no_proof()
    {
        await using var host = new SignInHost();
        await host.RegisterAsync();
        var pair = (await host.LoginAsync()).Value!;

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var next = (await host.RefreshAsync(pair)).Value!;

        Assert.That((await host.ObjectionAsync(next.AccessToken))?.Fault, Is.EqualTo(Fault.ProofRequired));
    }

    [Test]
    public async Task The_password_proves_it_and_tokens_tell_of_it()
    {
        await using var host = new SignInHost();
        await host.RegisterAsync();
        var pair = (await host.LoginAsync()).Value!;
        host.Clock.Advance(TimeSpan.FromMinutes(12));

        var proved = (await host.ProveAsync(pair)).Value!;
        var refreshed = (await host.RefreshAsync(pair)).Value!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(proved.Tokens.RefreshToken, Is.Null);
            Assert.That(proved.Methods, Is.EqualTo(new[] { "pwd" }));
            foreach (var tokens in new[] { proved.Tokens, refreshed })
            {
                Assert.That(SignInHost.Read(tokens.AccessToken).GetPayloadValue<long>(JwtRegisteredClaimNames.AuthTime), Is.EqualTo(host.Clock.GetUtcNow().ToUnixTimeSeconds()));
                Assert.That(SignInHost.Read(tokens.IdToken).GetPayloadValue<long>(JwtRegisteredClaimNames.AuthTime), Is.EqualTo(host.Clock.GetUtcNow().ToUnixTimeSeconds()));
                Assert.That(await host.ObjectionAsync(tokens.AccessToken), Is.Null);
            }

            // The session is asked, not the token.
            Assert.That(await host.ObjectionAsync(pair.AccessToken), Is.Null);
            Assert.That(host.Heard.Of<IdentityProved>().Single().SessionId, Is.EqualTo((await host.CallerAsync(pair)).SessionId));
        }
    }

    [Test]
    public async Task A_second_factor_proves_it_and_makes_the_session_one_of_two()
    {
        await using var host = new SignInHost(_factor);
        var id = await host.RegisterAsync();
        var pair = (await host.LoginAsync()).Value!;
        _factor.Owners[id] = true;

        var challenge = (await host.BeginProofAsync(pair)).Value!;
        var proved = (await host.ProveFactorAsync(pair, challenge.Challenge)).Value!;

        Assert.That(challenge.Methods, Is.EqualTo(new[] { "password", "fake" }));
        Assert.That(challenge.Method, Is.EqualTo("fake"));
        Assert.That(proved.Methods, Is.EqualTo(new[] { "pwd", "otp", "mfa" }));
        Assert.That(SignInHost.Read(proved.Tokens.AccessToken).GetPayloadValue<string>(JwtRegisteredClaimNames.Acr), Is.EqualTo("urn:authkit:acr:2fa"));
        Assert.That(SignInHost.Read((await host.RefreshAsync(pair)).Value!.IdToken).GetPayloadValue<string[]>(JwtRegisteredClaimNames.Amr), Is.EqualTo(new[] { "pwd", "otp", "mfa" }));
    }

    [Test]
    public async Task Where_the_account_has_a_second_factor_a_session_that_was_spared_it_proves_it_first()
    {
        await using var host = new SignInHost(services => services.AddSingleton<ITrustedDevices, TrustedDevices>(), _factor);
        await host.RegisterAsync(null, _factor);
        var trusted = (await host.CompleteAsync(await host.ChallengeAsync(), trust: true)).Value!;
        var spared = (await host.LoginAsync(host.Context with { Device = trusted.DeviceToken })).Value!;

        var asked = await host.ObjectionAsync(spared.AccessToken);
        await host.ProveAsync(spared);
        var stillAsked = await host.ObjectionAsync(spared.AccessToken);
        await host.ProveFactorAsync(spared, (await host.BeginProofAsync(spared)).Value!.Challenge);

        Assert.That((asked?.Fault, stillAsked?.Fault), Is.EqualTo((Fault.ProofRequired, Fault.ProofRequired)));
        Assert.That(((WantedProof)asked!.Detail!).Methods, Is.EqualTo(new[] { "fake" }));
        Assert.That(((WantedProof)asked.Detail!).AcrValues, Is.EqualTo("urn:authkit:acr:2fa"));
        Assert.That(await host.ObjectionAsync(spared.AccessToken), Is.Null);
    }

    [Test]
    public async Task A_session_of_two_factors_proves_one_of_them()
    {
        await using var host = new SignInHost(_factor);
        await host.RegisterAsync(null, _factor);
        var pair = (await host.CompleteAsync(await host.ChallengeAsync())).Value!;
        host.Clock.Advance(TimeSpan.FromMinutes(12));

        var asked = await host.ObjectionAsync(pair.AccessToken);
        var proved = (await host.ProveAsync(pair)).Value!;

        Assert.That(((WantedProof)asked!.Detail!).Methods, Is.EqualTo(new[] { "password", "fake" }));
        Assert.That(proved.Methods, Is.EqualTo(new[] { "pwd", "otp", "mfa" }));
        Assert.That(await host.ObjectionAsync(pair.AccessToken), Is.Null);
    }

    [Test]
    public void The_same_factor_twice_is_one() => Assert.Multiple(() =>
    {
        Assert.That(AuthenticationMethods.WithSecond(["hwk", "user"], ["hwk", "user"]), Is.EqualTo(new[] { "hwk", "user" }));
        Assert.That(AuthenticationMethods.WithSecond([], ["otp"]), Is.EqualTo(new[] { "otp", "mfa" }));
        Assert.That(AuthenticationMethods.WithSecond(["pwd"], ["hwk", "user"]), Is.EqualTo(new[] { "pwd", "hwk", "user", "mfa" }));
    });

    [Test]
    public async Task An_account_without_either_signs_in_again()
    {
        await using var host = new SignInHost();
        var pair = (await host.LoginExternalAsync()).Value!;
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.That(((WantedProof)(await host.ObjectionAsync(pair.AccessToken))!.Detail!).Methods, Is.Empty);
        Assert.That((await host.BeginProofAsync(pair)).Value!.Challenge, Is.Null);
        Assert.That(await host.ObjectionAsync((await host.LoginExternalAsync()).Value!.AccessToken), Is.Null);
    }

    [Test]
    public async Task A_tenant_s_session_is_proved_in_its_tenant()
    {
        await using var host = new SignInHost(_factor);
        await host.RegisterAsync("east", _factor);
        var pair = (await host.CompleteAsync(await host.ChallengeAsync())).Value!;
        host.Clock.Advance(TimeSpan.FromMinutes(12));

        await host.ProveFactorAsync(pair, (await host.BeginProofAsync(pair)).Value!.Challenge);

        Assert.That(await host.ObjectionAsync(pair.AccessToken), Is.Null);
    }
}
