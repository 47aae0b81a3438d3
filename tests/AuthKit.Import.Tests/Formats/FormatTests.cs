using AuthKit.Features.Import;
using AuthKit.Import.Tests.Hashes;

namespace AuthKit.Import.Tests.Formats;

/// <summary>The files of other systems, as those systems write them; who is in them signs in.</summary>
public sealed class FormatTests
{
    private const string Bcrypt = "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2";

    private static readonly AccountImport Trusting = new("old") { TrustVerifiedEmails = true };

    [Test]
    public async Task ASP_NET_Core_Identity_in_CSV_of_a_shell_and_in_JSON_of_SQL_Server()
    {
        const string v2 = "AHRlc3RTYWx0MDEyMzQ1Njctm5w7wmBl8CFpMuPjhqMlpOy/9qTViECFh6f+D+CTFw==";
        const string csv =
            $"""
            Id,UserName,Email,EmailConfirmed,PasswordHash,PhoneNumber,LockoutEnd
            5a1f,anna@example.com,anna@example.com,1,{v2},,
            5b2f,berta,berta@example.com,0,{v2},+49 2,9999-12-31T23:59:59.9999999+00:00
            5c3f,carl,carl@example.com,t,{v2},"+49 3, evenings",2021-01-01 00:00:00+00
            """;
        const string json =
            $$"""
            [{"Id":"5a1f","UserName":"anna@example.com","Email":"anna@example.com","EmailConfirmed":true,"PasswordHash":"{{v2}}",
              "Logins":[{"LoginProvider":"Google","ProviderKey":"g-1"}]},
             {"Id":"5c3f","UserName":"carl","Email":"carl@example.com","EmailConfirmed":false,"PasswordHash":"{{v2}}","PhoneNumber":null}]
            """;
        await using var host = new ImportHost();
        await using var other = new ImportHost();

        Assert.That(await host.ImportFileAsync("aspnet-identity", csv, Trusting), Is.EqualTo(new ImportReport(3, 2, 0, 1)));
        Assert.That(await other.ImportFileAsync("aspnet-identity", json), Is.EqualTo(new ImportReport(2, 2, 0, 0)));

        Assert.That(host.Notes.Single(), Is.EqualTo(new ImportNote(3, ImportResult.Disabled)));
        var (anna, carl) = ((await host.FindAsync("anna@example.com"))!, (await host.FindAsync("carl"))!);
        Assert.That((anna.UserName, anna.EmailVerified), Is.EqualTo(((string?)null, true)));
        Assert.That((carl.Profile.PhoneNumber, carl.EmailVerified), Is.EqualTo(("+49 3, evenings", true)));
        Assert.That((await other.LoginsAsync((await other.FindAsync("anna@example.com"))!.Id)).Single().Login, Is.EqualTo(new External.ExternalLogin("google", "g-1")));
        Assert.That(await host.SignsInAsync("anna@example.com", HashVectors.Horse) && await other.SignsInAsync("carl", HashVectors.Horse));
    }

    [Test]
    public async Task Laravel()
    {
        const string csv =
            $"""
            "id","name","email","email_verified_at","password","remember_token","created_at","updated_at","deleted_at"
            "1","Anna ""Ann"" Miller","anna@example.com","2021-03-04 05:06:07","{Bcrypt}",NULL,"2021-03-04 05:06:07","2021-03-04 05:06:07",NULL
            "2","Berta","berta@example.com",NULL,"{Bcrypt}",NULL,"2021-03-04 05:06:07","2021-03-04 05:06:07","2022-03-04 05:06:07"
            "3","Carl","carl@example.com",\N,"{Bcrypt}",\N,\N,\N,\N
            """;
        await using var host = new ImportHost();

        Assert.That(await host.ImportFileAsync("laravel", csv, Trusting), Is.EqualTo(new ImportReport(3, 2, 0, 1)));
        var anna = (await host.FindAsync("anna@example.com"))!;
        Assert.That((anna.Profile.Name, anna.EmailVerified, anna.CreatedAt), Is.EqualTo(("Anna \"Ann\" Miller", true, new DateTimeOffset(2021, 3, 4, 5, 6, 7, TimeSpan.Zero))));
        Assert.That((await host.FindAsync("carl@example.com"))!.EmailVerified, Is.False);
        Assert.That(await host.SignsInAsync("anna@example.com", HashVectors.Horse));
    }

    [Test]
    public async Task Django_in_CSV_and_in_a_dump()
    {
        const string argon2 = "argon2$argon2id$v=19$m=8192,t=2,p=8$dGVzdFNhbHQwMTIzNDU2Nw$LKS/u6fgZUvpkZz4YVOzOw";
        const string csv =
            $"""
            id,password,last_login,is_superuser,username,first_name,last_name,email,is_staff,is_active,date_joined
            1,{argon2},,f,anna,Anna,Miller,anna@example.com,f,t,2021-03-04 05:06:07.891234+00
            2,!hPqmaz7Uzk,,f,berta,,,berta@example.com,f,t,2021-03-04 05:06:07+00
            3,{argon2},,f,carl,,,carl@example.com,f,f,2021-03-04 05:06:07+00
            """;
        const string dump =
            $$"""
            [
            {"model": "contenttypes.contenttype", "pk": 1, "fields": {"app_label": "auth", "model": "user"}},
            {"model": "auth.user", "pk": 7, "fields": {"password": "{{argon2}}", "last_login": null, "is_superuser": false, "username": "anna",
              "first_name": "Anna", "last_name": "Miller", "email": "anna@example.com", "is_active": true, "date_joined": "2021-03-04T05:06:07.891Z", "groups": []}}
            ]
            """;
        await using var host = new ImportHost();
        await using var other = new ImportHost();
        await using var third = new ImportHost();

        Assert.That(await host.ImportFileAsync("django", csv), Is.EqualTo(new ImportReport(3, 2, 0, 1)));
        Assert.That(await other.ImportFileAsync("django", dump), Is.EqualTo(new ImportReport(1, 1, 0, 0)));
        Assert.That(await third.ImportFileAsync("django", dump.Replace("auth.user", "shop.customer", StringComparison.Ordinal), options: new() { FieldNames = new Dictionary<string, string> { ["model"] = "shop.customer" } }), Has.Property("Taken").EqualTo(1));

        var anna = (await host.FindAsync("anna"))!;
        Assert.That((anna.Profile.GivenName, anna.Profile.FamilyName, anna.PasswordHash), Is.EqualTo(("Anna", "Miller", argon2["argon2".Length..])), "Argon2id is AuthKit's own.");
        Assert.That((await host.FindAsync("berta"))!.PasswordHash, Is.Null);
        Assert.That(await other.Get<IAccountImport>().FindAsync("django", "7", "", CancellationToken.None), Is.Not.Null);
        Assert.That(await host.SignsInAsync("anna", HashVectors.Horse) && await other.SignsInAsync("anna", HashVectors.Horse));
    }

    private static IEnumerable<TestCaseData> KeycloakPasswords()
    {
        const string salt = "dGVzdFNhbHQwMTIzNDU2Nw==";
        yield return Case("pbkdf2-sha256", "H6dZV9G8sgG8hir0AiolMUzmSBSgSUdnf770AWj5xJ7AqE2b4FX0v0f85yEA87T/atf7S71AO1ZlmikayjWvHg==", 1000);
        yield return Case("pbkdf2-sha512", "VzbHRjD/yrJKdeLKQuO0qtTYEFjLVO57KPqCXG86Uu398wTS3LLz9cXqfpxWFYiOmgYkoX6q7vnKUFXcs1po5A==", 1000);
        yield return Case("pbkdf2", "LZucO8JgZfAhaTLj44ajJaTsv/ak1YhAhYen/g/gkxdcxIvbkJPUX3cT21AFuPuQrspM4LGGAl2ZOCJ7YSF/nA==", 1000);
        yield return Case("argon2", "PvFA7w6httouTr7FO1hyVBZrTv2VCTFTwoE1TQQjMOg=", 5, """{\"hashLength\":[\"32\"],\"memory\":[\"7168\"],\"type\":[\"id\"],\"version\":[\"1.3\"],\"parallelism\":[\"1\"]}""");
        static TestCaseData Case(string algorithm, string value, int rounds, string more = "{}") => new TestCaseData(
            $$"""{"type":"password","createdDate":1614834367000,"secretData":"{\"value\":\"{{value}}\",\"salt\":\"{{salt}}\",\"additionalParameters\":{}}","credentialData":"{\"hashIterations\":{{rounds}},\"algorithm\":\"{{algorithm}}\",\"additionalParameters\":{{more}}}"}""")
            .SetArgDisplayNames(algorithm);
    }

    [TestCaseSource(nameof(KeycloakPasswords))]
    public async Task Keycloak(string credential)
    {
        var realm =
            $$"""
            {"id":"shop","realm":"shop","clients":[{"clientId":"account","users":[{"id":"decoy"}]}],"users":[
              {"id":"k-1","username":"anna","email":"anna@example.com","emailVerified":true,"enabled":true,"firstName":"Anna","lastName":"Miller","createdTimestamp":1614834367000,
               "credentials":[{"type":"otp","secretData":"{}"},{{credential}}],"federatedIdentities":[{"identityProvider":"google","userId":"g-1","userName":"anna"},{"identityProvider":"corporate","userId":"c-1"}]},
              {"id":"k-2","username":"berta","email":"berta@example.com","enabled":false,"credentials":[]},
              {"id":"k-3","username":"service-account-shop","enabled":true,"serviceAccountClientId":"shop"}
            ],"scopeMappings":[]}
            """;
        await using var host = new ImportHost();

        Assert.That(await host.ImportFileAsync("keycloak", realm, Trusting), Is.EqualTo(new ImportReport(3, 1, 0, 2)));
        Assert.That(host.Notes.Select(note => (note.Line, note.Result)), Is.EqualTo(new[] { (2L, ImportResult.ExternalIdentityDropped), (4L, ImportResult.Disabled), (5L, ImportResult.BrokenRule) }));
        var anna = (await host.FindAsync("anna"))!;
        Assert.That((anna.EmailVerified, anna.Profile.FamilyName, anna.CreatedAt.ToUnixTimeMilliseconds()), Is.EqualTo((true, "Miller", 1614834367000)));
        Assert.That(await host.LoginsAsync(anna.Id), Has.Count.EqualTo(1));
        Assert.That(await host.SignsInAsync("anna", HashVectors.Horse));
        Assert.That((await host.FindAsync("anna"))!.PasswordHash, Does.StartWith("$argon2id$"));
    }

    [TestCase("""{"type":"password","secretData":"{\"value\":\"AAAA\",\"salt\":\"AAAA\"}","credentialData":"{\"hashIterations\":1,\"algorithm\":\"md5\"}"}""", ImportResult.UnreadablePassword)]
    [TestCase("""{"type":"password","secretData":"{\"value\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"salt\":\"AAAA\"}","credentialData":"{\"hashIterations\":2000000000,\"algorithm\":\"pbkdf2-sha256\"}"}""", ImportResult.UnreadablePassword)]
    [TestCase("""{"type":"password","secretData":"no JSON","credentialData":"{}"}""", ImportResult.Unreadable)]
    [TestCase("""{"type":"password","secretData":7,"credentialData":[]}""", ImportResult.UnreadablePassword)]
    [TestCase("""{"type":"password","secretData":"{}","credentialData":"{\"algorithm\":\"argon2\"}"}""", ImportResult.UnreadablePassword)]
    [TestCase("""7""", ImportResult.Unreadable)]
    public async Task A_password_of_Keycloak_that_is_none_is_refused(string credential, ImportResult result)
    {
        await using var host = new ImportHost();
        await host.ImportFileAsync("keycloak", $$"""[{"id":"k-1","username":"anna","email":"anna@example.com","credentials":[{{credential}}]}]""");

        Assert.That(host.Notes.Single().Result, Is.EqualTo(result));
    }

    [Test]
    public async Task Auth0_with_its_hashes_beside_it_or_alone()
    {
        const string users =
            """
            {"user_id":"auth0|60425dc43519d90068f82973","email":"anna@example.com","email_verified":true,"name":"Anna","created_at":"2021-03-04T05:06:07.891Z","identities":[{"user_id":"60425dc43519d90068f82973","provider":"auth0","connection":"Users","isSocial":false},{"provider":"google-oauth2","user_id":1234567890123456789,"isSocial":true}]}
            {"user_id":"auth0|1111","email":"berta@example.com","email_verified":false,"blocked":true}
            """;
        const string hashes =
            $$"""
            {"_id":{"$oid":"60425dc43519d90068f82973"},"email_verified":false,"email":"anna@example.com","passwordHash":"{{Bcrypt}}","password_set_date":{"$date":"2021-03-05T16:32:36.997Z"},"tenant":"shop","connection":"Users","_tmp_is_unique":true}
            """;
        await using var host = new ImportHost();
        await using var other = new ImportHost();

        Assert.That(await host.ImportFileAsync("auth0", users, Trusting, new() { PasswordHashes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(hashes)) }), Is.EqualTo(new ImportReport(2, 1, 0, 1)));
        Assert.That(await other.ImportFileAsync("auth0", hashes), Is.EqualTo(new ImportReport(1, 1, 0, 0)));

        var anna = (await host.FindAsync("anna@example.com"))!;
        Assert.That((anna.Profile.Name, anna.EmailVerified), Is.EqualTo(("Anna", true)));
        Assert.That((await host.LoginsAsync(anna.Id)).Single().Login, Is.EqualTo(new External.ExternalLogin("google", "1234567890123456789")));
        Assert.That(await host.SignsInAsync("anna@example.com", HashVectors.Horse) && await other.SignsInAsync("anna@example.com", HashVectors.Horse));
        Assert.That(await other.Get<IAccountImport>().FindAsync("auth0", "auth0|60425dc43519d90068f82973", "", CancellationToken.None), Is.Not.Null, "Both files have one id.");
    }

    [Test]
    public async Task Firebase()
    {
        const string users =
            """
            {"users": [
            {"localId": "f-1", "email": "anna@example.com", "emailVerified": true, "displayName": "Anna", "phoneNumber": "+49 1",
             "passwordHash": "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==", "salt": "42xEC+ixf3L2lw==",
             "lastSignedInAt": "1614834367000", "createdAt": "1614834367000", "providerUserInfo": [{"providerId": "google.com", "rawId": "g-1"}]},
            {"localId": "f-2", "email": "berta@example.com", "disabled": true}
            ]}
            """;
        await using var host = new ImportHost();
        await using var keyless = new ImportHost(hashes: options => options.Firebase = null);

        Assert.That(await host.ImportFileAsync("firebase", users), Is.EqualTo(new ImportReport(2, 1, 0, 1)));
        Assert.That(await keyless.ImportFileAsync("firebase", users), Is.EqualTo(new ImportReport(2, 0, 0, 2)));

        Assert.That((await host.FindAsync("anna@example.com"))!.PasswordHash, Is.EqualTo("$firebase-scrypt$ln=14,r=8$Bw$42xEC+ixf3L2lw$lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ"));
        Assert.That(await host.SignsInAsync("anna@example.com", "user1password"));
        Assert.That((await host.FindAsync("anna@example.com"))!.CreatedAt.ToUnixTimeMilliseconds(), Is.EqualTo(1614834367000));
    }

    [Test]
    public async Task A_file_of_one_s_own_whose_columns_are_named()
    {
        const string csv =
            $"""
            Kunde;E-Mail;Passwort;Telefon
            17;anna@example.com;{Bcrypt};"+49; 1
            abends"
            18;berta@example.com;{Bcrypt};
            """;
        await using var host = new ImportHost();
        var report = await host.ImportFileAsync("accounts", csv, options: new()
        {
            FieldNames = new Dictionary<string, string> { ["ID"] = "kunde", ["email"] = "E-Mail", ["passwordHash"] = "Passwort", ["address"] = "Telefon" },
        });

        Assert.That(report.Taken, Is.EqualTo(2));
        Assert.That((await host.FindAsync("anna@example.com"))!.Profile.Address, Is.EqualTo("+49; 1\nabends"));
        Assert.That(await host.SignsInAsync("berta@example.com", HashVectors.Horse));
        Assert.That(await host.Get<IAccountImport>().FindAsync("accounts", "17", "", CancellationToken.None), Is.Not.Null);
    }

    [Test]
    public async Task An_account_without_an_id_has_its_address_for_one()
    {
        await using var host = new ImportHost();

        Assert.That((await host.ImportFileAsync("accounts", "email\nanna@example.com\n")).Taken, Is.EqualTo(1));
        Assert.That((await host.ImportFileAsync("accounts", "email\nANNA@example.com\n")).AlreadyThere, Is.EqualTo(1));
        Assert.That(host.Notes.Single().Result, Is.EqualTo(ImportResult.ImportedBefore));
    }
}
