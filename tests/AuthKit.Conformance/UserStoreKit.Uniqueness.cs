using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Conformance;

public abstract partial class UserStoreKit<TUsers>
{
    [TestCaseSource(typeof(Texts), nameof(Texts.Same))]
    public async Task Takes_equal_names_for_one(string one, string other)
    {
        var (email, name) = (Sample.Unique() + "@example.com", Sample.Unique());
        await AddAsync(Sample.User(one + email, one + name));
        Assert.That(await Users.CreateAsync(Sample.User(other + email), default), Is.EqualTo(UserWrite.DuplicateEmail));
        Assert.That(await Users.CreateAsync(Sample.User(userName: other + name), default), Is.EqualTo(UserWrite.DuplicateUserName));
    }

    [TestCaseSource(typeof(Texts), nameof(Texts.Different))]
    public async Task Keeps_different_names_apart(string one, string other)
    {
        var (email, name) = (Sample.Unique() + "@example.com", Sample.Unique());
        var first = await AddAsync(Sample.User(one + email, one + name));
        var second = await AddAsync(Sample.User(other + email, other + name));
        Assert.That(await Users.FindByEmailAsync(LoginName.Normalize(one + email), default), Is.EqualTo(first));
        Assert.That(await Users.FindByUserNameAsync(LoginName.Normalize(other + name), default), Is.EqualTo(second));
    }

    [Test]
    public async Task A_refused_account_leaves_nothing_behind()
    {
        var taken = await AddAsync(Sample.User(userName: Sample.Unique()));
        var refused = Sample.User(userName: taken.UserName);
        Assert.That(await Users.CreateAsync(refused, default), Is.EqualTo(UserWrite.DuplicateUserName));
        Assert.That(await Users.FindByIdAsync(refused.Id, default), Is.Null);
        Assert.That(await Users.FindByEmailAsync(refused.Email, default), Is.Null);
        await AddAsync(refused with { UserName = null });
    }

    [Test]
    public async Task Refuses_an_account_whose_address_and_name_are_both_taken()
    {
        var taken = await AddAsync(Sample.User(userName: Sample.Unique()));
        var result = await Users.CreateAsync(Sample.User(taken.Email, taken.UserName), default);
        Assert.That(result, Is.AnyOf(UserWrite.DuplicateEmail, UserWrite.DuplicateUserName));
    }

    [Test]
    public async Task Refuses_an_account_that_is_there_already()
    {
        var user = await AddAsync(Sample.User());
        Assert.That(await Users.CreateAsync(user, default), Is.AnyOf(UserWrite.DuplicateEmail, UserWrite.DuplicateUserName));
    }

    [Test]
    public async Task Any_number_of_accounts_have_no_user_name()
    {
        await AddAsync(Sample.User());
        await AddAsync(Sample.User());
    }

    [Test]
    public async Task Of_eight_who_want_one_address_one_gets_it()
    {
        var email = Sample.Unique() + "@example.com";
        var results = await Race.RunAsync(8, _ => Users.CreateAsync(Sample.User(email), default));
        Assert.That(results.Count(result => result == UserWrite.Done), Is.EqualTo(1));
        Assert.That(results.Count(result => result == UserWrite.DuplicateEmail), Is.EqualTo(7));
    }

    [Test]
    public async Task Of_eight_who_want_one_user_name_one_gets_it()
    {
        var name = Sample.Unique();
        var results = await Race.RunAsync(8, _ => Users.CreateAsync(Sample.User(userName: name), default));
        Assert.That(results.Count(result => result == UserWrite.Done), Is.EqualTo(1));
        Assert.That(results.Count(result => result == UserWrite.DuplicateUserName), Is.EqualTo(7));
    }
}
