using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>What somebody who knows the password tries next.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SecondFactorAttackTests
{
    private readonly FakeFactor _factor = new();
    private SignInHost _host = null!;
    private Guid _id;

    [SetUp]
    public async Task Start()
    {
        _host = new(_factor);
        _id = await _host.RegisterAsync(null, _factor);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_wrong_code_signs_nobody_in_and_the_challenge_stays()
    {
        var challenge = await _host.ChallengeAsync();

        Assert.That((await _host.CompleteAsync(challenge, "135790")).Failure?.Fault, Is.EqualTo(Fault.InvalidSecondFactor));
        Assert.That(_host.Heard.Of<SecondFactorFailed>().Select(failed => (failed.Reason, failed.Method)), Is.EqualTo(new[] { (SecondFactorFailures.WrongProof, (string?)"fake") }));
        Assert.That((await _host.CompleteAsync(challenge)).Failure, Is.Null);
    }

    [Test]
    public async Task Brute_force_gets_five_guesses_at_a_challenge_however_many_at_once()
    {
        var challenge = await _host.ChallengeAsync();

        var guesses = await AtOnceAsync(64, caller => _host.CompleteAsync(challenge, $"{caller:D6}"));
        var right = await _host.CompleteAsync(challenge);

        Assert.That(guesses.Count(guess => guess.Failure?.Fault == Fault.InvalidSecondFactor), Is.EqualTo(5));
        Assert.That(right.Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That(_host.Heard.Of<SecondFactorFailed>().Count(failed => failed.Reason == SecondFactorFailures.TooManyAttempts), Is.EqualTo(60));
    }

    [Test]
    public async Task Brute_force_gets_twenty_guesses_a_day_at_an_account()
    {
        for (var challenge = 0; challenge < 4; challenge++)
            await GuessAsync(5);

        var late = await _host.CompleteAsync(await _host.ChallengeAsync());
        _host.Clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await _host.CompleteAsync(await _host.ChallengeAsync());

        Assert.Multiple(() =>
        {
            Assert.That(late.Failure?.Fault, Is.EqualTo(Fault.TooManyRequests));
            Assert.That(late.Failure?.RetryAfter, Is.EqualTo(TimeSpan.FromDays(1)));
            Assert.That(_host.Heard.Of<SecondFactorLockedOut>().Single().Failures, Is.EqualTo(20));
            Assert.That(nextDay.Failure, Is.Null);
        });
    }

    [Test]
    public async Task The_owner_s_own_sign_ins_give_whoever_guesses_no_further_guesses()
    {
        for (var challenge = 0; challenge < 4; challenge++)
        {
            await GuessAsync(4);
            Assert.That((await _host.CompleteAsync(await _host.ChallengeAsync())).Failure, Is.Null);
        }

        await GuessAsync(4);

        Assert.That((await _host.CompleteAsync(await _host.ChallengeAsync())).Failure?.Fault, Is.EqualTo(Fault.TooManyRequests));
    }

    [Test]
    public async Task Sign_ins_that_are_right_are_not_counted()
    {
        for (var signIn = 0; signIn < 30; signIn++)
            Assert.That((await _host.CompleteAsync(await _host.ChallengeAsync())).Failure, Is.Null);
    }

    [Test]
    public async Task Somebody_who_does_not_know_the_password_does_not_lock_the_owner_out()
    {
        for (var guess = 0; guess < 30; guess++)
            Assert.That((await _host.CompleteAsync($"{Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.AAAAAAAAAAAAAAAAAAAAAA", "135790")).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));

        Assert.That((await _host.CompleteAsync(await _host.ChallengeAsync())).Failure, Is.Null);
    }

    [Test]
    public async Task Of_64_at_once_with_the_right_code_one_signs_in()
    {
        // The five that are judged are judged at one moment.
        var factor = new FakeFactor { Together = 5 };
        await using var host = new SignInHost(factor);
        await host.RegisterAsync(null, factor);
        var challenge = await host.ChallengeAsync();

        var answers = await AtOnceAsync(64, _ => host.CompleteAsync(challenge));

        Assert.That(answers.Count(answer => answer.Failure is null), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Failure is not null).Select(answer => answer.Failure!.Fault), Is.All.EqualTo(Fault.InvalidChallenge));
    }

    [Test]
    public async Task A_challenge_is_good_once_and_for_five_minutes()
    {
        var (used, left) = (await _host.ChallengeAsync(), await _host.ChallengeAsync());
        await _host.CompleteAsync(used);

        Assert.That((await _host.CompleteAsync(used)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.That((await _host.CompleteAsync(left)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
    }

    [Test]
    public async Task A_challenge_is_nothing_to_another_client()
    {
        var challenge = await _host.ChallengeAsync();

        Assert.That((await _host.CompleteAsync(challenge, context: new() { ClientId = "other" })).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await _host.CompleteAsync(challenge)).Failure, Is.Null);
    }

    [Test]
    public async Task A_challenge_for_tokens_signs_no_browser_in_nor_the_other_way_round()
    {
        var (forTokens, forBrowser) = (await _host.ChallengeAsync(), SignInHost.Detail(await _host.SignInBrowserAsync()).Challenge);

        Assert.That((await _host.CompleteBrowserAsync(forTokens)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await _host.CompleteAsync(forBrowser)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
    }

    [Test]
    public async Task A_challenge_of_a_known_device_is_nothing_to_another()
    {
        var browser = (await _host.CompleteBrowserAsync(SignInHost.Detail(await _host.SignInBrowserAsync()).Challenge)).Value!;
        var known = _host.Context with { Device = browser.DeviceToken };
        var challenge = SignInHost.Detail(await _host.SignInBrowserAsync(known)).Challenge;

        Assert.That((await _host.CompleteBrowserAsync(challenge)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await _host.CompleteBrowserAsync(challenge, known)).Failure, Is.Null);
    }

    [Test]
    public async Task A_challenge_does_not_outlive_the_password_that_it_began_with()
    {
        var owner = (await _host.CompleteAsync(await _host.ChallengeAsync())).Value!;
        var thief = await _host.ChallengeAsync();

        Assert.That((await _host.ChangePasswordAsync(owner)).Failure, Is.Null);

        Assert.That((await _host.CompleteAsync(thief)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
    }

    [Test]
    public async Task A_challenge_does_not_count_where_the_process_died_once_the_new_password_was_kept()
    {
        var thief = await _host.ChallengeAsync();
        await using var account = await FindAsync();

        await account.Database.Users.UpdateAsync(account.User with { CredentialVersion = account.User.CredentialVersion + 1 }, default);

        Assert.That((await _host.CompleteAsync(thief)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
    }

    [Test]
    public async Task A_challenge_is_void_where_accounts_count_no_versions()
    {
        var thief = await _host.ChallengeAsync();
        await using var account = await FindAsync();

        await _host.Get<CredentialRevocation>().RevokeAsync(account.Database, account.Tenant, account.User, except: null, default);

        Assert.That((await _host.CompleteAsync(thief)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
    }

    [Test]
    public async Task A_password_s_change_leaves_the_second_factor()
    {
        var owner = (await _host.CompleteAsync(await _host.ChallengeAsync())).Value!;
        await _host.ChangePasswordAsync(owner);

        Assert.That(SignInHost.Detail(await _host.LoginAsync(password: "another horse 8!")).Methods, Is.EqualTo(new[] { "fake" }));
    }

    [Test]
    public async Task A_proof_is_prepared_five_times()
    {
        var challenge = await _host.ChallengeAsync();
        for (var time = 0; time < 5; time++)
            Assert.That((await _host.BeginAsync(challenge)).Failure, Is.Null);

        Assert.That((await _host.BeginAsync(challenge)).Failure?.Fault, Is.EqualTo(Fault.InvalidChallenge));
        Assert.That((await _host.CompleteAsync(challenge)).Failure, Is.Null);
    }

    [Test]
    public async Task What_is_missing_or_unknown_is_said_and_is_no_guess()
    {
        var challenge = await _host.ChallengeAsync();
        for (var time = 0; time < 6; time++)
        {
            Assert.That((await _host.CompleteAsync(null)).Failure?.BrokenRules.Single(), Is.EqualTo(new BrokenRule(Field.Challenge, Rule.Required)));
            Assert.That((await _host.CompleteAsync(challenge, "")).Failure?.BrokenRules.Single(), Is.EqualTo(new BrokenRule(Field.Code, Rule.Required)));
            Assert.That((await _host.CompleteAsync(challenge, method: "unheard_of")).Failure?.BrokenRules.Single(), Is.EqualTo(new BrokenRule(Field.Method, Rule.Unknown)));
        }

        Assert.That((await _host.CompleteAsync(challenge)).Failure, Is.Null);
    }

    private static async Task<T[]> AtOnceAsync<T>(int callers, Func<int, Task<T>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            await start.Task;
            return await call(caller);
        })).ToArray();
        start.SetResult();
        return await Task.WhenAll(running);
    }

    private async Task<Account> FindAsync() => (await _host.Get<IFeatureAccounts>().FindAsync(Tenant.Home, _id, default))!.Account;

    private async Task GuessAsync(int times)
    {
        var challenge = await _host.ChallengeAsync();
        for (var guess = 0; guess < times; guess++)
            Assert.That((await _host.CompleteAsync(challenge, $"{guess:D6}")).Failure?.Fault, Is.EqualTo(Fault.InvalidSecondFactor));
    }
}
