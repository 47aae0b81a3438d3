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
        var (login, user) = (Sample.ExternalLogin(), Guid.CreateVersion7());
        Assert.That(await Logins.FindUserIdAsync(login, default), Is.Null);
        Assert.That(await Logins.AddAsync(login, user, Sample.Now, default), Is.True);
        Assert.That(await Logins.FindUserIdAsync(login, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Gives_an_identity_to_nobody_else()
    {
        var (login, user) = (Sample.ExternalLogin(), Guid.CreateVersion7());
        await Logins.AddAsync(login, user, Sample.Now, default);
        Assert.That(await Logins.AddAsync(login, Guid.CreateVersion7(), Sample.Now, default), Is.False);
        Assert.That(await Logins.AddAsync(login, user, Sample.Now, default), Is.False);
        Assert.That(await Logins.FindUserIdAsync(login, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Keeps_providers_and_spellings_of_a_subject_apart()
    {
        var login = Sample.ExternalLogin();
        ExternalLogin[] others = [login with { Provider = ExternalProviders.Facebook }, login with { Subject = login.Subject.ToUpperInvariant() }];
        await Logins.AddAsync(login, Guid.CreateVersion7(), Sample.Now, default);
        foreach (var other in others)
        {
            Assert.That(await Logins.FindUserIdAsync(other, default), Is.Null);
            Assert.That(await Logins.AddAsync(other, Guid.CreateVersion7(), Sample.Now, default), Is.True);
        }
    }

    [Test]
    public async Task One_account_has_many_identities()
    {
        var user = Guid.CreateVersion7();
        Assert.That(await Logins.AddAsync(Sample.ExternalLogin(), user, Sample.Now, default), Is.True);
        Assert.That(await Logins.AddAsync(Sample.ExternalLogin(), user, Sample.Now, default), Is.True);
    }

    [TestCaseSource(typeof(Texts), nameof(Texts.Hostile))]
    public async Task Takes_any_subject_for_what_it_is(string text)
    {
        var (login, user) = (new ExternalLogin(Sample.Unique(), text[..Math.Min(text.Length, 255)]), Guid.CreateVersion7());
        Assert.That(await Logins.AddAsync(login, user, Sample.Now, default), Is.True);
        Assert.That(await Logins.FindUserIdAsync(login, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Of_eight_who_claim_an_identity_one_gets_it()
    {
        var login = Sample.ExternalLogin();
        var users = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToArray();
        var results = await Race.RunAsync(8, caller => Logins.AddAsync(login, users[caller], Sample.Now, default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
        Assert.That(await Logins.FindUserIdAsync(login, default), Is.EqualTo(users[Array.IndexOf(results, true)]));
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var login = Sample.ExternalLogin();
        Cancelled.Refuses(
            token => Logins.AddAsync(login, Guid.CreateVersion7(), Sample.Now, token),
            token => Logins.FindUserIdAsync(login, token));
        Assert.That(await Logins.FindUserIdAsync(login, default), Is.Null);
    }
}
