using AuthKit.External;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IExternalLoginStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class ExternalLoginStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private IExternalLoginStore Logins => Database.ExternalLogins;

    [Test]
    public async Task Tells_whose_an_identity_is()
    {
        var login = Sample.ExternalLogin();
        Assert.That(await Logins.FindAsync(login.Login, default), Is.Null);
        Assert.That(await Logins.AddAsync(login, default), Is.True);
        Assert.That(await Logins.FindAsync(login.Login, default), Is.EqualTo(login));
    }

    [Test]
    public async Task Keeps_when_it_was_proved_and_under_which_credential()
    {
        var login = Sample.ExternalLogin() with { ProvedAt = Sample.Now.AddDays(1), CredentialVersion = 7 };
        await Logins.AddAsync(login, default);
        Assert.That(await Logins.FindAsync(login.Login, default), Is.EqualTo(login));
    }

    [Test]
    public async Task Gives_an_identity_to_nobody_else()
    {
        var login = Sample.ExternalLogin();
        await Logins.AddAsync(login, default);
        Assert.That(await Logins.AddAsync(login with { UserId = Guid.CreateVersion7() }, default), Is.False);
        Assert.That(await Logins.AddAsync(login, default), Is.False);
        Assert.That(await Logins.FindAsync(login.Login, default), Is.EqualTo(login));
    }

    [Test]
    public async Task Keeps_providers_and_spellings_of_a_subject_apart()
    {
        var login = Sample.ExternalLogin();
        ExternalLoginRecord[] others = [login with { Provider = ExternalProviders.Facebook }, login with { Subject = login.Subject.ToUpperInvariant() }];
        await Logins.AddAsync(login, default);
        foreach (var other in others)
        {
            Assert.That(await Logins.FindAsync(other.Login, default), Is.Null);
            Assert.That(await Logins.AddAsync(other, default), Is.True);
        }
    }

    [Test]
    public async Task Lists_an_account_s_identities_and_no_other_s()
    {
        var user = Guid.CreateVersion7();
        ExternalLoginRecord[] logins = [Sample.ExternalLogin(user), Sample.ExternalLogin(user) with { ProvedAt = Sample.Now }];
        foreach (var login in logins.Append(Sample.ExternalLogin()))
            await Logins.AddAsync(login, default);
        Assert.That(await Logins.ListAsync(user, default), Is.EquivalentTo(logins));
        Assert.That(await Logins.ListAsync(Guid.CreateVersion7(), default), Is.Empty);
    }

    [Test]
    public async Task Removes_one_and_leaves_the_others()
    {
        var user = Guid.CreateVersion7();
        var (login, other, proved) = (Sample.ExternalLogin(user), Sample.ExternalLogin(user), Sample.ExternalLogin(user) with { ProvedAt = Sample.Now });
        foreach (var added in new[] { login, other, proved })
            await Logins.AddAsync(added, default);
        await Logins.RemoveAsync(login, default);
        Assert.That(await Logins.ListAsync(user, default), Is.EquivalentTo(new[] { other, proved }));
        await Logins.RemoveAsync(proved, default);
        Assert.That(await Logins.ListAsync(user, default), Is.EqualTo(new[] { other }));
    }

    [Test]
    public async Task Removes_nothing_that_was_given_to_another_or_proved_since_it_was_read()
    {
        var (login, proved) = (Sample.ExternalLogin(), Sample.ExternalLogin() with { ProvedAt = Sample.Now });
        await Logins.AddAsync(login, default);
        await Logins.AddAsync(proved, default);
        await Logins.RemoveAsync(login with { UserId = Guid.CreateVersion7() }, default);
        await Logins.RemoveAsync(proved with { ProvedAt = null }, default);
        Assert.That(await Logins.FindAsync(login.Login, default), Is.EqualTo(login));
        Assert.That(await Logins.FindAsync(proved.Login, default), Is.EqualTo(proved));
    }

    [Test]
    public async Task Removes_what_nobody_has_proved_of_one_account_alone()
    {
        var user = Guid.CreateVersion7();
        var (unproved, proved, other) = (Sample.ExternalLogin(user), Sample.ExternalLogin(user) with { ProvedAt = Sample.Now }, Sample.ExternalLogin());
        foreach (var added in new[] { unproved, proved, other })
            await Logins.AddAsync(added, default);
        await Logins.RemoveUnprovedAsync(user, default);
        Assert.That(await Logins.ListAsync(user, default), Is.EqualTo(new[] { proved }));
        Assert.That(await Logins.FindAsync(other.Login, default), Is.EqualTo(other));
    }

    [TestCaseSource(typeof(Texts), nameof(Texts.Hostile))]
    public async Task Takes_any_subject_for_what_it_is(string text)
    {
        var login = new ExternalLoginRecord(Sample.Unique(), text[..Math.Min(text.Length, 255)], Guid.CreateVersion7(), Sample.Now);
        Assert.That(await Logins.AddAsync(login, default), Is.True);
        Assert.That(await Logins.FindAsync(login.Login, default), Is.EqualTo(login));
    }

    [Test]
    public async Task Of_eight_who_claim_an_identity_one_gets_it()
    {
        var login = Sample.ExternalLogin();
        var users = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToArray();
        var results = await Race.RunAsync(8, caller => Logins.AddAsync(login with { UserId = users[caller] }, default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
        Assert.That((await Logins.FindAsync(login.Login, default))?.UserId, Is.EqualTo(users[Array.IndexOf(results, true)]));
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var (login, standing) = (Sample.ExternalLogin(), Sample.ExternalLogin());
        await Logins.AddAsync(standing, default);
        Cancelled.Refuses(
            token => Logins.AddAsync(login, token),
            token => Logins.RemoveAsync(standing, token),
            token => Logins.RemoveUnprovedAsync(standing.UserId, token),
            token => Logins.ListAsync(standing.UserId, token),
            token => Logins.FindAsync(login.Login, token));
        Assert.That(await Logins.FindAsync(login.Login, default), Is.Null);
        Assert.That(await Logins.FindAsync(standing.Login, default), Is.EqualTo(standing));
    }
}
