using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Conformance;

public abstract partial class UserStoreKit<TUsers>
{
    private static User Full() => Sample.User(Sample.Unique("Ann.") + "@Example.com", Sample.Unique("Ann")) with
    {
        EmailVerified = true,
        PasswordHash = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
        Profile = new()
        {
            Name = "Ann Lee",
            GivenName = "Ann",
            FamilyName = "Lee",
            PhoneNumber = "+84 28 3822 0000",
            Address = "1 Main Street\nHanoi",
            ContactEmail = "ann@work.example",
        },
        FailedSignIns = 3,
        LastFailedSignIn = Sample.Now.AddMinutes(-1),
        Version = 7,
    };

    [Test]
    public async Task Gives_back_every_field_by_id()
    {
        var user = await AddAsync(Full());
        Assert.That(await Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Gives_back_every_field_by_email_address()
    {
        var user = await AddAsync(Full());
        Assert.That(await Users.FindByEmailAsync(LoginName.Normalize(user.Email), default), Is.EqualTo(user));
    }

    [Test]
    public async Task Gives_back_every_field_by_user_name()
    {
        var user = await AddAsync(Full());
        Assert.That(await Users.FindByUserNameAsync(LoginName.Normalize(user.UserName!), default), Is.EqualTo(user));
    }

    [Test]
    public async Task Finds_nobody_where_there_is_nobody()
    {
        Assert.That(await Users.FindByIdAsync(Guid.CreateVersion7(), default), Is.Null);
        Assert.That(await Users.FindByEmailAsync(Sample.Unique() + "@example.com", default), Is.Null);
        Assert.That(await Users.FindByUserNameAsync(Sample.Unique(), default), Is.Null);
    }

    [Test]
    public async Task Finds_no_user_name_by_email_address_nor_the_other_way_round()
    {
        var user = await AddAsync(Full());
        Assert.That(await Users.FindByUserNameAsync(LoginName.Normalize(user.Email), default), Is.Null);
        Assert.That(await Users.FindByEmailAsync(LoginName.Normalize(user.UserName!), default), Is.Null);
    }

    [Test]
    public async Task Keeps_what_was_never_given_apart_from_what_was_given_as_empty()
    {
        var never = await AddAsync(Sample.User());
        var empty = await AddAsync(Sample.User() with
        {
            Profile = new() { Name = "", GivenName = "", FamilyName = "", PhoneNumber = "", Address = "", ContactEmail = "" },
        });
        Assert.That(await Users.FindByIdAsync(never.Id, default), Is.EqualTo(never));
        Assert.That(await Users.FindByIdAsync(empty.Id, default), Is.EqualTo(empty));
    }

    [TestCaseSource(typeof(Texts), nameof(Texts.Names))]
    [TestCaseSource(typeof(Texts), nameof(Texts.Hostile))]
    public async Task Gives_back_any_text(string text)
    {
        var user = await AddAsync(Sample.User() with { Profile = new() { Name = Cut(text, 256), Address = text } });
        Assert.That((await Users.FindByIdAsync(user.Id, default))!.Profile, Is.EqualTo(user.Profile));

        static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
    }

    [TestCaseSource(typeof(Texts), nameof(Texts.Hostile))]
    public async Task Looks_for_any_text_and_finds_nobody(string text)
    {
        await AddAsync(Sample.User(userName: Sample.Unique()));
        Assert.That(await Users.FindByEmailAsync(text, default), Is.Null);
        Assert.That(await Users.FindByUserNameAsync(text, default), Is.Null);
    }

    [Test]
    public async Task Keeps_an_address_of_320_characters()
    {
        var email = Sample.Unique(new string('l', 32)) + "@" + new string('d', 251) + ".com";
        Assert.That(email, Has.Length.EqualTo(320));
        var user = await AddAsync(Sample.User(email));
        Assert.That(await Users.FindByEmailAsync(email, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Keeps_times_to_the_microsecond()
    {
        var user = await AddAsync(Sample.User() with { CreatedAt = Sample.Now.AddTicks(9), LastFailedSignIn = DateTimeOffset.MinValue.AddYears(1999).AddMicroseconds(1) });
        var found = (await Users.FindByIdAsync(user.Id, default))!;
        Assert.That(found.CreatedAt, Is.EqualTo(user.CreatedAt).Within(TimeSpan.FromMicroseconds(1)));
        Assert.That(found.LastFailedSignIn, Is.EqualTo(user.LastFailedSignIn));
    }

    [Test]
    public async Task Keeps_a_time_given_at_an_offset()
    {
        var user = await AddAsync(Sample.User() with { CreatedAt = Sample.Now.ToOffset(TimeSpan.FromHours(7)) });
        Assert.That((await Users.FindByIdAsync(user.Id, default))!.CreatedAt, Is.EqualTo(Sample.Now));
    }
}
