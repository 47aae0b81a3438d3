using NUnit.Framework;

namespace AuthKit.Conformance;

public abstract partial class UserStoreKit<TUsers>
{
    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var user = await AddAsync(Sample.User());
        var never = Sample.User();
        Cancelled.Refuses(
            token => Users.CreateAsync(never, token),
            token => Users.FindByIdAsync(user.Id, token),
            token => Users.FindByEmailAsync(user.Email, token),
            token => Users.FindByUserNameAsync("ann", token),
            token => Users.UpdateAsync(user with { PasswordHash = "x" }, token),
            token => Users.RecordFailedSignInAsync(user.Id, Sample.Now, token),
            token => Users.ReplaceFailedSignInsAsync(user.Id, known: 0, next: 1, Sample.Now, token),
            token => Users.ClearFailedSignInsAsync(user.Id, token));
        Assert.That(await Users.FindByIdAsync(never.Id, default), Is.Null);
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }
}
