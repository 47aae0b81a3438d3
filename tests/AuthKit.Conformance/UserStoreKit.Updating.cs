using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Conformance;

public abstract partial class UserStoreKit<TUsers>
{
    [Test]
    public async Task Writes_every_field_and_raises_the_version()
    {
        var user = await AddAsync(Sample.User());
        var changed = AsKept(Full() with { CredentialVersion = 1 }) with { Id = user.Id, CreatedAt = user.CreatedAt, Version = user.Version, FailedSignIns = 0, LastFailedSignIn = null };
        Assert.That(await Users.UpdateAsync(changed, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(changed with { Version = user.Version + 1 }));
        Assert.That(await Users.FindByEmailAsync(LoginName.Normalize(changed.Email), default), Is.Not.Null);
        Assert.That(await Users.FindByEmailAsync(LoginName.Normalize(user.Email), default), Is.Null);
    }

    /// <summary>What makes sessions end with the credential that they were born of: one row update, whatever comes after it.</summary>
    [Test]
    public async Task The_credential_version_is_written_with_the_credential()
    {
        if (!KeepsCredentialVersion)
            Assert.Ignore("The store keeps no credential version.");
        var user = await AddAsync(Sample.User());
        Assert.That((await Users.FindByIdAsync(user.Id, default))!.CredentialVersion, Is.Zero);
        Assert.That(await Users.UpdateAsync(user with { PasswordHash = "new", CredentialVersion = 1 }, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await Users.UpdateAsync(user with { PasswordHash = "late", CredentialVersion = 7 }, default), Is.EqualTo(UserWrite.Stale));
        await Users.RecordFailedSignInAsync(user.Id, Sample.Now, default);
        await Users.ClearFailedSignInsAsync(user.Id, default);
        var found = (await Users.FindByIdAsync(user.Id, default))!;
        Assert.That((found.PasswordHash, found.CredentialVersion), Is.EqualTo(("new", (int?)1)));
    }

    [Test]
    public async Task What_the_host_decides_of_an_account_is_kept_with_it()
    {
        if (!KeepsDecisions)
            Assert.Ignore("The store keeps no such decisions.");
        var user = await AddAsync(Sample.User());
        var said = user with { DisabledAt = Sample.Now, EraseAt = Sample.Now.AddDays(30), Roles = ["admin", "editor:books"], Fields = """{"company":"Ngà & Söhne"}""" };
        Assert.That(await Users.UpdateAsync(said, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(said with { Version = user.Version + 1 }).UsingPropertiesComparer());
        Assert.That(await Users.UpdateAsync(user with { Version = user.Version + 1 }, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(user with { Version = user.Version + 2 }).UsingPropertiesComparer());
    }

    [Test]
    public async Task Takes_fields_away()
    {
        var user = await AddAsync(Full());
        var bare = user with { UserName = null, PasswordHash = null, EmailVerified = false, Profile = UserProfile.Empty };
        Assert.That(await Users.UpdateAsync(bare, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(bare with { Version = user.Version + 1 }));
        Assert.That(await Users.FindByUserNameAsync(LoginName.Normalize(user.UserName!), default), Is.Null);
    }

    [Test]
    public async Task Refuses_a_stale_version()
    {
        var user = await AddAsync(Sample.User());
        Assert.That(await Users.UpdateAsync(user with { PasswordHash = "first" }, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await Users.UpdateAsync(user with { PasswordHash = "second" }, default), Is.EqualTo(UserWrite.Stale));
        Assert.That((await Users.FindByIdAsync(user.Id, default))!.PasswordHash, Is.EqualTo("first"));
    }

    [Test]
    public async Task An_account_that_is_not_there_is_stale() =>
        Assert.That(await Users.UpdateAsync(Sample.User(), default), Is.EqualTo(UserWrite.Stale));

    [Test]
    public async Task Tells_which_name_is_taken()
    {
        var taken = await AddAsync(Sample.User(userName: Sample.Unique()));
        var user = await AddAsync(Sample.User(userName: Sample.Unique()));
        Assert.That(await Users.UpdateAsync(user with { Email = taken.Email.ToUpperInvariant() }, default), Is.EqualTo(UserWrite.DuplicateEmail));
        Assert.That(await Users.UpdateAsync(user with { UserName = taken.UserName!.ToUpperInvariant() }, default), Is.EqualTo(UserWrite.DuplicateUserName));
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task An_account_may_spell_its_own_names_anew()
    {
        var user = await AddAsync(Sample.User(userName: Sample.Unique()));
        var respelled = user with { Email = user.Email.ToUpperInvariant(), UserName = user.UserName!.ToUpperInvariant() };
        Assert.That(await Users.UpdateAsync(respelled, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await Users.FindByEmailAsync(user.Email, default), Is.EqualTo(respelled with { Version = 2 }));
    }

    [Test]
    public async Task Does_not_write_the_count_of_failed_sign_ins()
    {
        var user = await AddAsync(Sample.User());
        await Users.RecordFailedSignInAsync(user.Id, Sample.Now, default);
        Assert.That(await Users.UpdateAsync(user with { FailedSignIns = 0, EmailVerified = true }, default), Is.EqualTo(UserWrite.Done));
        var found = (await Users.FindByIdAsync(user.Id, default))!;
        Assert.That((found.FailedSignIns, found.LastFailedSignIn, found.EmailVerified), Is.EqualTo((1, (DateTimeOffset?)Sample.Now, true)));
    }

    [Test]
    public async Task Of_eight_who_update_one_version_one_succeeds()
    {
        var user = await AddAsync(Sample.User());
        var results = await Race.RunAsync(8, caller => Users.UpdateAsync(user with { PasswordHash = $"{caller}" }, default));
        Assert.That(results.Count(result => result == UserWrite.Done), Is.EqualTo(1));
        Assert.That(results.Count(result => result == UserWrite.Stale), Is.EqualTo(7));
        Assert.That((await Users.FindByIdAsync(user.Id, default))!.PasswordHash, Is.EqualTo($"{Array.IndexOf(results, UserWrite.Done)}"));
    }
}
