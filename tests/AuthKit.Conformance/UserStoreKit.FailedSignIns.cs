using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Conformance;

public abstract partial class UserStoreKit<TUsers>
{
    [Test]
    public async Task Counts_failed_sign_ins_and_notes_the_last()
    {
        var (user, other) = (await AddAsync(Sample.User()), await AddAsync(Sample.User()));
        await Users.RecordFailedSignInAsync(user.Id, Sample.Now, default);
        await Users.RecordFailedSignInAsync(user.Id, Sample.Now.AddSeconds(1), default);
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(user with { FailedSignIns = 2, LastFailedSignIn = Sample.Now.AddSeconds(1) }));
        Assert.That(await Users.FindByIdAsync(other.Id, default), Is.EqualTo(other));
    }

    [Test]
    public async Task Loses_none_of_64_failures_at_once()
    {
        var user = await AddAsync(Sample.User());
        await Race.RunAsync(64, _ => Users.RecordFailedSignInAsync(user.Id, Sample.Now, default));
        Assert.That((await Users.FindByIdAsync(user.Id, default))!.FailedSignIns, Is.EqualTo(64));
    }

    [Test]
    public async Task One_of_64_at_once_replaces_the_count_and_all_see_what_stands()
    {
        var user = await AddAsync(Sample.User());
        var results = await Race.RunAsync(64, _ => Users.ReplaceFailedSignInsAsync(user.Id, known: 0, next: 1, Sample.Now, default));
        Assert.That(results.Count(result => result.Replaced), Is.EqualTo(1));
        Assert.That(results.Select(result => result.User), Is.All.EqualTo(user with { FailedSignIns = 1, LastFailedSignIn = Sample.Now }));
    }

    [Test]
    public async Task Takes_a_failure_back()
    {
        var user = await AddAsync(Sample.User() with { FailedSignIns = 1, LastFailedSignIn = Sample.Now });
        Assert.That((await Users.ReplaceFailedSignInsAsync(user.Id, known: 1, next: 0, last: null, default)).Replaced, Is.True);
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(user with { FailedSignIns = 0, LastFailedSignIn = null }));
    }

    [Test]
    public async Task Clears_the_count()
    {
        var user = await AddAsync(Sample.User() with { FailedSignIns = 5, LastFailedSignIn = Sample.Now });
        await Users.ClearFailedSignInsAsync(user.Id, default);
        var found = (await Users.FindByIdAsync(user.Id, default))!;
        Assert.That((found.FailedSignIns, found.Version), Is.EqualTo((0, 1L)));
    }

    [Test]
    public async Task Counts_nothing_for_an_account_that_is_not_there()
    {
        var nobody = Guid.CreateVersion7();
        await Users.RecordFailedSignInAsync(nobody, Sample.Now, default);
        await Users.ClearFailedSignInsAsync(nobody, default);
        var result = await Users.ReplaceFailedSignInsAsync(nobody, known: 0, next: 1, Sample.Now, default);
        Assert.That((result.Replaced, result.User), Is.EqualTo((false, (User?)null)));
        Assert.That(await Users.FindByIdAsync(nobody, default), Is.Null);
    }
}
