using AuthKit.Contracts.Tests.Harness;
using AuthKit.Hosting;
using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 5890: a domain in Unicode and the same one in ASCII are one domain, so that an address is one account's.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class AddressSpellingTests(Engine engine)
{
    private const string Unicode = "anna@münchen.example";
    private const string Ascii = "anna@xn--mnchen-3ya.example";
    private const string New = "another horse 8!";

    private static readonly Table<User> Users = AuthKitSchema.Current.Tables.OfType<Table<User>>().Single();
    private static readonly Column<string> NormalizedEmail = (Column<string>)Users.Columns.Single(column => column.Name == "normalized_email");

    [TestCase(Unicode, Ascii)]
    [TestCase(Ascii, Unicode)]
    [TestCase(Unicode, "Anna@MÜNCHEN.Example")]
    [TestCase(Ascii, "ANNA@XN--MNCHEN-3YA.EXAMPLE")]
    public async Task Both_spellings_are_one_account(string registered, string other)
    {
        await using var host = await StartAsync();
        foreach (var speaker in new Speaker[] { new LaravelSpeaker(), new TenantSpeaker() })
        {
            Assert.That((await speaker.RegisterAsync(host, registered)).Status, Is.LessThan(300), speaker.Contract);
            Assert.That((await speaker.RegisterAsync(host, other)).Status, Is.GreaterThanOrEqualTo(400), speaker.Contract);
        }

        Assert.That((await new LaravelSpeaker().SignInAsync(host, other)).Status, Is.EqualTo(200));
        Assert.That((await SignInAsync(host, other, ("X-Tenant", "demo"))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Of_both_at_once_one_registers()
    {
        await using var host = await StartAsync();

        var answers = await Task.WhenAll(new LaravelSpeaker().RegisterAsync(host, Unicode), new LaravelSpeaker().RegisterAsync(host, Ascii));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
    }

    [Test]
    public async Task A_reset_asked_for_in_the_one_spelling_is_mailed_and_taken_in_the_other()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host, Unicode);
        await LaravelSpeaker.RequestResetAsync(host, Ascii);

        var token = await host.Mails.NextTokenAsync(Unicode);

        Assert.That((await LaravelSpeaker.ResetAsync(host, token, New, Ascii)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Ascii, New)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task An_account_of_schema_version_3_is_found_by_both_and_stays_one()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host, Unicode);
        await NormalizeAsBeforeAsync(host, Unicode, "anna@münchen.example");

        foreach (var spelling in new[] { Unicode, Ascii })
        {
            Assert.That((await new LaravelSpeaker().SignInAsync(host, spelling)).Status, Is.EqualTo(200), spelling);
            Assert.That((await new LaravelSpeaker().RegisterAsync(host, spelling)).Status, Is.GreaterThanOrEqualTo(400), spelling);
        }

        await LaravelSpeaker.RequestResetAsync(host, Ascii);
        Assert.That((await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Unicode), New, Unicode)).Status, Is.EqualTo(200));
        foreach (var spelling in new[] { Unicode, Ascii })
            Assert.That((await new LaravelSpeaker().SignInAsync(host, spelling, New)).Status, Is.EqualTo(200), spelling);
    }

    [Test]
    public async Task Two_accounts_that_schema_version_3_let_have_both_go_on_each_by_its_own()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host, Unicode);
        await NormalizeAsBeforeAsync(host, Unicode, "anna@münchen.example");
        await using (var home = host.OpenHome())
        {
            // As a node of the release before had it: only the spelling is told apart.
            var first = (await home.Records.FindAsync(Users, [NormalizedEmail.Is("anna@münchen.example")], default))!;
            Assert.That(await home.Records.InsertAsync(Users, first with { Id = Guid.CreateVersion7(), Email = Ascii }, default), Is.Null);
        }

        await LaravelSpeaker.RequestResetAsync(host, Unicode);
        Assert.That((await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Unicode), New, Unicode)).Status, Is.EqualTo(200));

        Assert.That((await new LaravelSpeaker().SignInAsync(host, Unicode, New)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Ascii)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Ascii, New)).Status, Is.EqualTo(401));
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine });

    private static Task<Answer> SignInAsync(TestHost host, string email, (string, string) header) =>
        host.PostJsonAsync("/api/v1/login", $$"""{"email":"{{email}}","password":"{{Speaker.Password}}"}""", header);

    private static async Task NormalizeAsBeforeAsync(TestHost host, string email, string normalized)
    {
        await using var home = host.OpenHome();
        var (changed, _, _) = await home.Records.UpdateAsync(Users, [NormalizedEmail.Is(LoginName.Normalize(email))], [NormalizedEmail.To(normalized)], readBy: null, default);
        Assert.That(changed, Is.EqualTo(1));
    }
}
