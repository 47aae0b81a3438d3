using AuthKit.Events;
using AuthKit.External;
using AuthKit.Features.Import;
using AuthKit.Users;

namespace AuthKit.Import.Tests.Imports;

/// <summary>What an import takes, what it refuses, and what it says.</summary>
public sealed class ImportTests
{
    private const string Hash = "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2";

    private static readonly AccountImport Old = new("old");

    private static ImportedAccount Anna => new("1")
    {
        Email = "Anna@example.com",
        EmailVerified = true,
        UserName = "anna",
        PasswordHash = Hash,
        Profile = new() { Name = "Anna Miller", PhoneNumber = "+49 1" },
        CreatedAt = new DateTimeOffset(2020, 2, 3, 4, 5, 6, TimeSpan.Zero),
    };

    [Test]
    public async Task An_account_comes_with_all_that_it_has()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(Old with { TrustVerifiedEmails = true, TrustExternalIdentities = true }, Anna with { ExternalIdentities = [new("google", "g-1")] });

        var user = await host.FindAsync("anna@example.com");
        Assert.Multiple(() =>
        {
            Assert.That(user, Is.EqualTo(new User
            {
                Id = user!.Id,
                Email = "Anna@example.com",
                EmailVerified = true,
                UserName = "anna",
                PasswordHash = Hash,
                Profile = Anna.Profile,
                CreatedAt = Anna.CreatedAt!.Value,
                CredentialVersion = 0,
                Version = 1,
                Roles = user.Roles,
            }));
            Assert.That(user.Id.Version, Is.EqualTo(7));
        });
        Assert.That((await host.LoginsAsync(user!.Id)).Single(), Has.Property(nameof(ExternalLoginRecord.Login)).EqualTo(new ExternalLogin("google", "g-1")).And.Property(nameof(ExternalLoginRecord.ProvedAt)).Not.Null);
        Assert.That(await host.Get<IAccountImport>().FindAsync("old", "1", "", CancellationToken.None), Is.EqualTo(user.Id));
        Assert.That(await host.Get<IAccountImport>().FindAsync("old", "2", "", CancellationToken.None), Is.Null);
        Assert.That(host.Events.OfType<AccountsImported>().Single(), Has.Property("Taken").EqualTo(1).And.Property("Source").EqualTo("old"));
    }

    [Test]
    public async Task What_the_source_says_of_addresses_and_identities_is_believed_only_where_it_is_asked_for()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(Old, Anna with { ExternalIdentities = [new("google", "g-1")] });

        var user = await host.FindAsync("anna@example.com");
        Assert.That(user!.EmailVerified, Is.False);
        Assert.That((await host.LoginsAsync(user.Id)).Single().ProvedAt, Is.Null);
    }

    [Test]
    public async Task Importing_twice_makes_nothing_twice_even_where_the_owner_has_another_address_by_now()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(Old, Anna);
        var user = await host.FindAsync("anna@example.com");
        await using (var database = await host.Get<Tenants.UserDatabases>().OfAsync("", CancellationToken.None))
            await database.Users.UpdateAsync(user! with { Email = "anna@elsewhere.example" }, CancellationToken.None);

        var again = await host.ImportAsync(Old, Anna);

        Assert.That(again, Is.EqualTo(new ImportReport(1, 0, 1, 0)));
        Assert.That(host.Notes.Single(), Is.EqualTo(new ImportNote(1, ImportResult.ImportedBefore)));
        Assert.That(await host.AllAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_address_that_has_an_account_keeps_it_as_it_is()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(new("first"), Anna);
        var before = await KeptAsync(host);

        var report = await host.ImportAsync(Old, Anna with { Email = "ANNA@EXAMPLE.COM", PasswordHash = null }, Anna with { Email = "berta@example.com" }) ;

        Assert.That(report, Is.EqualTo(new ImportReport(2, 0, 1, 1)));
        Assert.That(host.Notes.Select(note => note.Result), Is.EqualTo(new[] { ImportResult.EmailThere, ImportResult.UserNameTaken }));
        Assert.That(await KeptAsync(host), Is.EqualTo(before));
        Assert.That(await host.Get<IAccountImport>().FindAsync("old", "1", "", CancellationToken.None), Is.Null, "It is nobody's account of the source.");
    }

    [Test]
    public async Task Of_two_lines_with_one_address_the_first_is_taken_whatever_the_batch()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var host = new ImportHost();
            var report = await host.ImportAsync(Old with { AtOnce = 64 }, Enumerable.Range(0, 8).Select(i => new ImportedAccount($"{i}") { Email = "anna@example.com", Profile = new() { Name = $"{i}" } }));

            Assert.That(report, Is.EqualTo(new ImportReport(8, 1, 7, 0)));
            Assert.That((await host.AllAsync()).Single().Profile.Name, Is.EqualTo("0"));
        }
    }

    [Test]
    public async Task An_account_that_the_source_has_shut_is_taken_in_disabled_where_it_is_asked_for()
    {
        await using var host = new ImportHost();
        var report = await host.ImportAsync(Old with { TakeDisabled = true }, Anna with { Disabled = true }, new ImportedAccount("2") { Email = "b@example.com" });

        Assert.That(report.Taken, Is.EqualTo(2));
        Assert.That((await host.FindAsync("anna@example.com"))!.DisabledAt, Is.Not.Null);
        Assert.That((await host.FindAsync("b@example.com"))!.DisabledAt, Is.Null);
        Assert.That(() => host.SignsInAsync("anna@example.com", Hashes.HashVectors.Horse), Throws.InstanceOf<AssertionException>().With.Message.Contains(Fault.AccountDisabled.ToString()));
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return new(Anna with { Email = null }, ImportResult.BrokenRule, Rule.Required);
        yield return new(Anna with { Email = "not an address" }, ImportResult.BrokenRule, Rule.Email);
        yield return new(Anna with { Email = $"{new string('x', 65)}@example.com" }, ImportResult.BrokenRule, Rule.Email);
        yield return new(Anna with { UserName = "an na" }, ImportResult.BrokenRule, Rule.Characters);
        yield return new(Anna with { UserName = "other@example.com" }, ImportResult.BrokenRule, Rule.Characters);
        yield return new(Anna with { Profile = new() { Name = new('x', 257) } }, ImportResult.BrokenRule, Rule.TooLong);
        yield return new(Anna with { Profile = new() { Name = "a\0b" } }, ImportResult.BrokenRule, Rule.Characters);
        yield return new(Anna with { Disabled = true }, ImportResult.Disabled, null);
        yield return new(Anna with { PasswordHash = "something" }, ImportResult.UnreadablePassword, null);
        yield return new(Anna with { PasswordHash = new('A', 5000) }, ImportResult.UnreadablePassword, null);
        yield return new(new ImportedAccount("") { Email = "anna@example.com" }, ImportResult.UnusableSourceId, null);
        yield return new(new ImportedAccount("a\0") { Email = "anna@example.com" }, ImportResult.UnusableSourceId, null);
        yield return new(new ImportedAccount(new('1', 256)) { Email = "anna@example.com" }, ImportResult.UnusableSourceId, null);
    }

    [TestCaseSource(nameof(Refusals))]
    public async Task An_account_that_cannot_be_is_refused_with_the_reason(ImportedAccount account, ImportResult result, Rule? rule)
    {
        await using var host = new ImportHost();

        Assert.That(await host.ImportAsync(Old, account), Is.EqualTo(new ImportReport(1, 0, 0, 1)));
        Assert.That(host.Notes.Single(), Has.Property("Result").EqualTo(result).And.Property("Line").EqualTo(1));
        Assert.That(host.Notes.Single().Broken?.Rule, Is.EqualTo(rule));
        Assert.That(await host.AllAsync(), Is.Empty);
    }

    [Test]
    public async Task What_cannot_be_is_left_out_where_it_is_asked_for_and_said()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(new("first"), Anna);

        var report = await host.ImportAsync(
            Old with { DropUnreadablePasswords = true, DropUnusableUserNames = true },
            new ImportedAccount("1") { Email = "a@example.com", PasswordHash = "something" },
            new ImportedAccount("2") { Email = "b@example.com", UserName = "b b" },
            new ImportedAccount("3") { Email = "c@example.com", UserName = "ANNA" },
            new ImportedAccount("4") { Email = "d@example.com", ExternalIdentities = [new("unknown", "1"), new("google", "")] });

        Assert.That(report, Is.EqualTo(new ImportReport(4, 4, 0, 0)));
        Assert.That(host.Notes.Select(note => (note.Line, note.Result)), Is.EqualTo(new[]
        {
            (1L, ImportResult.PasswordDropped), (2L, ImportResult.UserNameDropped), (3L, ImportResult.UserNameDropped), (4L, ImportResult.ExternalIdentityDropped), (4L, ImportResult.ExternalIdentityDropped),
        }));
        Assert.That((await host.AllAsync()).Where(user => user.Email != "Anna@example.com").Select(user => (user.UserName, user.PasswordHash)), Is.All.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task A_user_name_that_is_the_address_is_none()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(Old, Anna with { UserName = "ANNA@example.com" });

        Assert.That((await host.FindAsync("anna@example.com"))!.UserName, Is.Null);
    }

    [TestCase(1900)]
    [TestCase(2200)]
    public async Task A_time_that_cannot_be_is_that_of_the_import(int year)
    {
        await using var host = new ImportHost();
        await host.ImportAsync(Old, Anna with { CreatedAt = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero) });

        Assert.That((await host.FindAsync("anna@example.com"))!.CreatedAt, Is.EqualTo(host.Clock.GetUtcNow()));
    }

    [Test]
    public async Task An_identity_that_opens_another_account_stays_there()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(Old, Anna with { ExternalIdentities = [new("google", "g-1")] }, new ImportedAccount("2") { Email = "b@example.com", ExternalIdentities = [new("google", "g-1")] });

        Assert.That(await host.LoginsAsync((await host.FindAsync("anna@example.com"))!.Id), Has.Count.EqualTo(1));
        Assert.That(await host.LoginsAsync((await host.FindAsync("b@example.com"))!.Id), Is.Empty);
        Assert.That(host.Notes.Single(), Is.EqualTo(new ImportNote(2, ImportResult.ExternalIdentityDropped)));
    }

    [Test]
    public async Task A_tenant_s_account_is_found_by_the_directory_and_opened_by_no_provider()
    {
        await using var host = new ImportHost();
        var report = await host.ImportAsync(Old with { Tenant = ImportHost.Acme }, Anna with { ExternalIdentities = [new("google", "g-1")] });

        Assert.That(report.Taken, Is.EqualTo(1));
        Assert.That(host.Notes.Single().Result, Is.EqualTo(ImportResult.ExternalIdentityDropped));
        Assert.That(await host.AllAsync(), Is.Empty);
        Assert.That(await host.SignsInAsync("anna@example.com", Hashes.HashVectors.Horse), "By e-mail address.");
        Assert.That(await host.SignsInAsync("anna", Hashes.HashVectors.Horse), "By user name.");
        Assert.That((await host.FindAsync("anna@example.com", ImportHost.Acme))!.PasswordHash, Does.StartWith("$argon2id$"));
        Assert.That(await host.Get<IAccountImport>().FindAsync("old", "1", ImportHost.Acme, CancellationToken.None), Is.Not.Null);
    }

    [Test]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        ImportedAccount[] accounts =
        [
            Anna,
            new("2") { Email = "ANNA@example.com" },
            new("3") { Email = "there@example.com" },
            new("4") { Email = "d@example.com", UserName = "there" },
            new("5") { Email = "nothing" },
        ];
        await using var host = new ImportHost();
        await host.ImportAsync(new("first"), new ImportedAccount("1") { Email = "there@example.com", UserName = "there" });
        var before = await KeptAsync(host);

        var dry = await host.ImportAsync(Old with { DryRun = true, BatchSize = 1 }, accounts.Where(account => account.SourceId != "2"));
        var said = host.Notes.ToList();
        Assert.That(await KeptAsync(host), Is.EqualTo(before));
        Assert.That(host.Events.OfType<AccountsImported>(), Has.Exactly(1).Items);
        host.Notes.Clear();
        var wet = await host.ImportAsync(Old with { Resume = true, BatchSize = 1 }, accounts.Where(account => account.SourceId != "2"));

        Assert.That(dry, Is.EqualTo(new ImportReport(4, 1, 1, 2)));
        Assert.That(wet, Is.EqualTo(dry), "No checkpoint was left behind.");
        Assert.That(host.Notes, Is.EqualTo(said));
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a\n")]
    public async Task A_source_has_a_name(string source)
    {
        await using var host = new ImportHost();

        Assert.That((await host.TryAsync(new(source), [Anna])).Failure!.Fault, Is.EqualTo(Fault.Invalid));
    }

    [Test]
    public async Task An_unknown_tenant_is_not_found()
    {
        await using var host = new ImportHost();

        Assert.That((await host.TryAsync(Old with { Tenant = "nobody" }, [Anna])).Failure!.Fault, Is.EqualTo(Fault.NotFound));
    }

    private static async Task<IEnumerable<string>> KeptAsync(ImportHost host) =>
        (await host.AllAsync()).Select(user => $"{user.Id} {user.Email} {user.UserName} {user.PasswordHash} {user.Profile} {user.Version}").Order(StringComparer.Ordinal).ToList();
}
