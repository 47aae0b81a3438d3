using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>What somebody tries who has an access token and should not.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProofAttackTests
{
    private readonly FakeFactor _factor = new();
    private SignInHost _host = null!;
    private Guid _id;
    private TokenPair _owner = null!;

    [SetUp]
    public async Task Start()
    {
        _host = new(_factor);
        _id = await _host.RegisterAsync(null, _factor);
        _owner = (await _host.CompleteAsync(await _host.ChallengeAsync())).Value!;
        _host.Clock.Advance(TimeSpan.FromMinutes(12));
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_stolen_token_without_a_proof_changes_no_credentials()
    {
        var unlink = await Flows.UnlinkExternal.RunAsync(_host.Get<IServiceProvider>(), new(_owner.AccessToken, "forge", "1"), _host.Context, default);

        Assert.That(unlink.Failure?.Fault, Is.EqualTo(Fault.ProofRequired));
        Assert.That((await _host.ObjectionAsync(_owner.AccessToken))?.Fault, Is.EqualTo(Fault.ProofRequired));
    }

    [Test]
    public async Task A_wrong_password_proves_nothing_and_is_counted()
    {
        for (var guess = 0; guess < 20; guess++)
            Assert.That((await _host.ProveAsync(_owner, $"wrong horse {guess}!")).Failure?.Fault, Is.EqualTo(Fault.WrongPassword));

        // By then nobody looks at the password.
        Assert.That((await _host.ProveAsync(_owner)).Failure?.Fault, Is.EqualTo(Fault.WrongPassword));
        Assert.That(_host.Heard.Of<ReauthenticationFailed>().Select(failed => failed.Reason), Does.Contain(SignInFailures.LockedOut));
        Assert.That((await _host.ObjectionAsync(_owner.AccessToken))?.Fault, Is.EqualTo(Fault.ProofRequired));
    }

    [Test]
    public async Task A_wrong_code_proves_nothing_and_is_counted_apart_from_sign_ins()
    {
        for (var challenge = 0; challenge < 4; challenge++)
        {
            var begun = await BeginAsync();
            for (var guess = 0; guess < 5; guess++)
                Assert.That((await _host.ProveFactorAsync(_owner, begun, $"{guess:D6}")).Failure?.Fault, Is.EqualTo(Fault.InvalidSecondFactor));
            Assert.That((await _host.ProveFactorAsync(_owner, begun)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        }

        Assert.That((await _host.ProveFactorAsync(_owner, await BeginAsync())).Failure?.Fault, Is.EqualTo(Fault.TooManyRequests));
        Assert.That((await _host.ObjectionAsync(_owner.AccessToken))?.Fault, Is.EqualTo(Fault.ProofRequired));
        Assert.That((await _host.CompleteAsync(await _host.ChallengeAsync())).Failure, Is.Null, "the owner is kept from signing in");
    }

    [Test]
    public async Task Of_64_at_once_with_the_right_code_one_proves_it()
    {
        var factor = new FakeFactor { Together = 5 };
        await using var host = new SignInHost(factor);
        var id = await host.RegisterAsync();
        var pair = (await host.LoginAsync()).Value!;
        factor.Owners[id] = true;
        var challenge = (await host.BeginProofAsync(pair)).Value!.Challenge;

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => host.ProveFactorAsync(pair, challenge))));

        Assert.That(answers.Count(answer => answer.Failure is null), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Failure is not null).Select(answer => answer.Failure!.Fault), Is.All.EqualTo(Fault.InvalidChallenge));
        Assert.That(host.Heard.Of<IdentityProved>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_challenge_proves_nothing_in_another_session_and_signs_nobody_in()
    {
        var other = (await _host.CompleteAsync(await _host.ChallengeAsync())).Value!;
        var (ofSession, ofSignIn) = (await BeginAsync(), await _host.ChallengeAsync());

        Assert.That((await _host.ProveFactorAsync(other, ofSession)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await _host.CompleteAsync(ofSession)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await _host.CompleteBrowserAsync(ofSession!)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await _host.ProveFactorAsync(_owner, ofSignIn)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await _host.ProveFactorAsync(_owner, ofSession)).Failure, Is.Null);
    }

    [Test]
    public async Task A_session_that_has_ended_proves_nothing()
    {
        var challenge = await BeginAsync();
        await _host.LogoutAsync(_owner);

        Assert.That((await _host.ProveAsync(_owner)).Failure?.Fault, Is.EqualTo(Fault.InvalidToken));
        Assert.That((await _host.ProveFactorAsync(_owner, challenge)).Failure?.Fault, Is.EqualTo(Fault.InvalidToken));
        Assert.That((await _host.ObjectionAsync(_owner.AccessToken))?.Fault, Is.EqualTo(Fault.InvalidToken));
    }

    [Test]
    public async Task A_session_that_ends_while_its_proof_is_judged_is_not_proved()
    {
        // Both are judged at one moment, and the session ends before it comes.
        var factor = new FakeFactor { Together = 2 };
        await using var host = new SignInHost(factor);
        var id = await host.RegisterAsync();
        var (pair, other) = ((await host.LoginAsync()).Value!, (await host.LoginAsync()).Value!);
        factor.Owners[id] = true;

        var proving = host.ProveFactorAsync(pair, (await host.BeginProofAsync(pair)).Value!.Challenge);
        await host.LogoutAsync(pair);
        await host.ProveFactorAsync(other, (await host.BeginProofAsync(other)).Value!.Challenge);

        Assert.That((await proving).Failure?.Fault, Is.EqualTo(Fault.InvalidToken));
        Assert.That(host.Heard.Of<IdentityProved>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_session_whose_password_changes_while_its_proof_is_judged_is_not_proved()
    {
        var factor = new FakeFactor { Together = 2 };
        await using var host = new SignInHost(factor);
        var id = await host.RegisterAsync();
        var pair = (await host.LoginAsync()).Value!;
        factor.Owners[id] = true;

        var proving = host.ProveFactorAsync(pair, (await host.BeginProofAsync(pair)).Value!.Challenge);
        // The session outlives the change, by its own hand; what was proved before it does not.
        Assert.That((await host.ChangePasswordAsync(pair)).Failure, Is.Null);
        await host.ProveFactorAsync(pair, (await host.BeginProofAsync(pair)).Value!.Challenge);

        Assert.That((await proving).Failure, Is.Not.Null);
        Assert.That(host.Heard.Of<IdentityProved>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_token_of_somebody_else_s_client_proves_nothing()
    {
        await using var account = await _host.Get<IFeatureAccounts>().FindAsync(Tenant.Home, _id, default);
        var start = new SessionStart(_id, account!.User.CredentialVersion, "partner", "openid");
        var partner = await _host.Get<SessionIssuer>().StartAsync(account.Account.Database, start, new(Tenant.Home), default);

        Assert.That((await _host.ProveAsync(partner)).Failure?.Fault, Is.EqualTo(Fault.InsufficientScope));
        Assert.That((await _host.BeginProofAsync(partner)).Failure?.Fault, Is.EqualTo(Fault.InsufficientScope));
        Assert.That((await _host.ObjectionAsync(partner.AccessToken))?.Fault, Is.EqualTo(Fault.InsufficientScope));
    }

    [Test]
    public async Task A_proof_makes_no_session_longer()
    {
        await using var account = await _host.Get<IFeatureAccounts>().FindAsync(Tenant.Home, _id, default);
        var brief = await _host.Get<SessionIssuer>().StartAsync(account!.Account.Database, new(_id, account.User.CredentialVersion, "app", "openid"), new(Tenant.Home), default);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.That((await _host.ProveAsync(brief)).Value!.Tokens.ExpiresAt, Is.EqualTo(brief.ExpiresAt));
    }

    [Test]
    public async Task What_is_missing_or_unknown_is_said()
    {
        Assert.That((await _host.ProveAsync(_owner, "")).Failure?.BrokenRules.Single(), Is.EqualTo(new BrokenRule(Field.CurrentPassword, Rule.Required)));
        Assert.That((await _host.ProveFactorAsync(_owner, "x", "")).Failure?.BrokenRules.Single(), Is.EqualTo(new BrokenRule(Field.Code, Rule.Required)));
        Assert.That((await _host.BeginProofAsync(_owner, "unheard_of")).Failure?.BrokenRules.Single(), Is.EqualTo(new BrokenRule(Field.Method, Rule.Unknown)));
    }

    private async Task<string?> BeginAsync() => (await _host.BeginProofAsync(_owner)).Value!.Challenge;
}
