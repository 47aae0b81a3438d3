using System.Text;
using System.Text.Json;
using AuthKit.Features.Import;
using AuthKit.Users;

namespace AuthKit.Import.Tests.Imports;

/// <summary>What comes out goes in again.</summary>
public sealed class ExportTests
{
    private const string Hash = "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2";

    private static readonly AccountImport All = new("old") { TrustVerifiedEmails = true, TrustExternalIdentities = true };

    private static IEnumerable<ImportedAccount> Accounts => Enumerable.Range(0, 1201).Select(i => new ImportedAccount($"{i}")
    {
        Email = $"user{i}@example.com",
        EmailVerified = i % 2 == 0,
        UserName = i % 3 == 0 ? $"ü{i}" : null,
        PasswordHash = i % 5 == 0 ? Hash : null,
        Profile = i % 7 == 0 ? UserProfile.Empty : new() { Name = $"🐎 \"{i}\"", GivenName = "a", FamilyName = "b", PhoneNumber = "+1", Address = "x\ny", ContactEmail = "c@example.com" },
        CreatedAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(i).AddMicroseconds(i),
        ExternalIdentities = i % 11 == 0 ? [new("google", $"g-{i}"), new("facebook", $"f-{i}")] : [],
    });

    [Test]
    public async Task Every_account_comes_back_as_it_was()
    {
        await using var host = new ImportHost();
        await using var other = new ImportHost();
        Assert.That((await host.ImportAsync(All, Accounts)).Taken, Is.EqualTo(1201));
        using var file = new MemoryStream();

        Assert.That(await host.Get<IAccountExport>().WriteAsync(new() { PasswordHashes = true }, file, CancellationToken.None), Is.EqualTo(1201));
        Assert.That((await other.ImportFileAsync("accounts", Encoding.UTF8.GetString(file.ToArray()), All)).Taken, Is.EqualTo(1201));

        var (before, after) = (await ComparableAsync(host), await ComparableAsync(other));
        Assert.That(after, Is.EqualTo(before));
        Assert.That(await other.SignsInAsync("user5@example.com", Hashes.HashVectors.Horse));
    }

    [Test]
    public async Task Hashes_are_in_it_only_where_they_are_asked_for()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(All, Accounts.Take(10));
        using var file = new MemoryStream();
        await host.Get<IAccountExport>().WriteAsync(new(), file, CancellationToken.None);

        Assert.That(Encoding.UTF8.GetString(file.ToArray()), Does.Contain("user5@example.com").And.Not.Contain("$2y$").And.Not.Contain("passwordHash"));
        await foreach (var account in host.Get<IAccountExport>().ReadAsync(new(), CancellationToken.None))
            Assert.That(account.PasswordHash, Is.Null);
    }

    [Test]
    public async Task A_line_has_the_members_that_are_documented()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(All, Accounts.Skip(330).Take(1));
        using var file = new MemoryStream();
        await host.Get<IAccountExport>().WriteAsync(new() { PasswordHashes = true }, file, CancellationToken.None);

        using var line = JsonDocument.Parse(file.ToArray());
        Assert.That(line.RootElement.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[]
        {
            "id", "email", "emailVerified", "userName", "passwordHash", "name", "givenName", "familyName", "phoneNumber", "address", "contactEmail", "createdAt", "externalIdentities",
        }));
    }

    [Test]
    public async Task A_tenant_s_accounts_come_out_by_themselves()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(All with { Tenant = ImportHost.Acme }, Accounts.Take(2));
        var emails = new List<string?>();
        await foreach (var account in host.Get<IAccountExport>().ReadAsync(new() { Tenant = ImportHost.Acme }, CancellationToken.None))
            emails.Add(account.Email);

        Assert.That(emails, Is.EquivalentTo(new[] { "user0@example.com", "user1@example.com" }));
        Assert.That(await host.Get<IAccountExport>().WriteAsync(new(), Stream.Null, CancellationToken.None), Is.Zero);
    }

    private static async Task<IReadOnlyList<string>> ComparableAsync(ImportHost host)
    {
        var lines = new List<string>();
        foreach (var user in (await host.AllAsync()).OrderBy(user => user.Email, StringComparer.Ordinal))
            lines.Add($"{user with { Id = Guid.Empty }}{user.Email} {user.EmailVerified} {user.UserName} {user.PasswordHash} {user.Profile} {user.CreatedAt:O} {string.Join(',', (await host.LoginsAsync(user.Id)).Select(login => login.Login).OrderBy(login => login.Provider))}");
        return lines;
    }
}
