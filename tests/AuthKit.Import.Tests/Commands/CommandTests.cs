using System.Text;
using AuthKit.CommandLine;
using AuthKit.Import.Tests.Hashes;
using Microsoft.Extensions.Hosting;

namespace AuthKit.Import.Tests.Commands;

/// <summary><c>authkit import</c>, as it is typed.</summary>
[NonParallelizable]
public sealed class CommandTests
{
    private const string Bcrypt = "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2";

    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("authkit-import-").FullName;

    [TearDown]
    public void TakeFolderAway()
    {
        Directory.Delete(_folder, recursive: true);
        _out.Clear();
        _error.Clear();
    }

    [Test]
    public async Task A_file_is_taken_in_and_what_was_not_is_said()
    {
        await using var host = new ImportHost();
        var file = Write($"id,name,email,password\n1,Anna,anna@example.com,{Bcrypt}\n2,Berta,berta@example.com,{Bcrypt.Replace("$05$", "$31$", StringComparison.Ordinal)}\n3,Carl,not an address,{Bcrypt}\n");

        Assert.That(await RunAsync(host, "import", "--from", "laravel", "--file", file), Is.EqualTo(ConsoleExit.Partly), _error.ToString());
        Assert.That(_out.ToString().ReplaceLineEndings("\n"), Is.EqualTo(
            """
            line 3: refused, the password's hash is of no known kind, malformed, or costs too much to check
            line 4: refused, a field breaks a rule (email: email)
            3 read: 1 taken in, 0 already there, 2 refused.

            """));
        Assert.That(await host.SignsInAsync("anna@example.com", HashVectors.Horse));
    }

    [Test]
    public async Task No_value_of_an_account_is_written()
    {
        await using var host = new ImportHost();
        var file = Write("id,name,email,password,username\n1,Secret,secret-address,secret-hash,secret name\n2,Secret,secret@example.com,secret-hash,secret\n3,\"Sec\"ret,secret@example.com,x,x\n");

        await RunAsync(host, "import", "--from", "laravel", "--file", file);

        Assert.That(_out.ToString() + _error, Does.Not.Contain("ecret").And.Contain("line 2").And.Contain("line 3").And.Contain("line 4"));
    }

    [Test]
    public async Task Its_options_reach_the_import()
    {
        await using var host = new ImportHost();
        var file = Write($"nr,mail,hash,verified,logins\n1,anna@example.com,{Bcrypt},yes,\"[{{\"\"provider\"\":\"\"GitHub\"\",\"\"subject\"\":\"\"1\"\"}}]\"\n2,berta@example.com,nonsense,no,\n3,carl@example.com,,,\n");
        string[] words =
        [
            "import", "--from=accounts", "--file", file, "--source", "shop", "--batch-size=2", "--trust-verified-emails", "--trust-external-identities", "--drop-unreadable-passwords", "--drop-unusable-user-names",
            "--field", "id=nr", "--field", "email=mail", "--field=passwordHash=hash", "--field", "emailVerified=verified", "--field", "externalIdentities=logins", "--provider", "GitHub=google",
        ];

        Assert.That(await RunAsync(host, [.. words, "--dry-run"]), Is.EqualTo(ConsoleExit.Done), _error.ToString());
        Assert.That(_out.ToString(), Does.Contain("3 read: 3 would be taken in"));
        Assert.That(await host.AllAsync(), Is.Empty);
        Assert.That(await RunAsync(host, [.. words, "--resume"]), Is.EqualTo(ConsoleExit.Done), _error.ToString());
        Assert.That(_out.ToString(), Does.Contain("line 3: taken in without its password").And.Contain("3 read: 3 taken in"));
        var anna = (await host.FindAsync("anna@example.com"))!;
        Assert.That(anna.EmailVerified);
        Assert.That((await host.LoginsAsync(anna.Id)).Single().ProvedAt, Is.Not.Null);
        Assert.That(await RunAsync(host, [.. words, "--tenant", ImportHost.Acme]), Is.EqualTo(ConsoleExit.Done), _error.ToString());
        Assert.That(await host.AllAsync(ImportHost.Acme), Has.Count.EqualTo(3));
    }

    [TestCase("nonsense", "There is no command nonsense.")]
    [TestCase("import", "--from is missing.")]
    [TestCase("import --from laravel", "--file is missing.")]
    [TestCase("import --from nonsense --file x", "--from is one of: accounts, aspnet-identity, auth0, django, firebase, keycloak, laravel.")]
    [TestCase("import --from laravel --file /nowhere/users.csv", "There is no file /nowhere/users.csv.")]
    [TestCase("import --from laravel --file x --nonsense", "There is no option --nonsense.")]
    [TestCase("import --from laravel --file", "--file needs a value: FILE.")]
    [TestCase("import --from --file x", "--from needs a value: FORMAT.")]
    [TestCase("import --from laravel --file x --dry-run=yes", "--dry-run has no value.")]
    [TestCase("import laravel", "Options begin with two hyphens; number 1 of the arguments does not.")]
    [TestCase("import --from laravel --file x --field email", "--field and --provider are a name, an equals sign and a name.")]
    [TestCase("import --from laravel --file x --batch-size 0", "--batch-size is a number from 1 to 10,000.")]
    public async Task What_it_does_not_take_is_said(string words, string sentence)
    {
        await using var host = new ImportHost();

        Assert.That(await RunAsync(host, words.Split(' ')), Is.EqualTo(ConsoleExit.Usage));
        Assert.That(_error.ToString(), Does.StartWith(sentence));
        Assert.That(_out.ToString(), Is.Empty);
    }

    [TestCase("--tenant", "nobody", "--tenant is no tenant of this host's.")]
    [TestCase("--source", "a b", "--source is 1 to 64 letters, digits, hyphens or underscores.")]
    public async Task What_the_host_does_not_know_is_said(string option, string value, string sentence)
    {
        await using var host = new ImportHost();

        Assert.That(await RunAsync(host, "import", "--from", "laravel", "--file", Write("id,email\n"), option, value), Is.EqualTo(ConsoleExit.Usage));
        Assert.That(_error.ToString().Trim(), Is.EqualTo(sentence));
    }

    [Test]
    public async Task Another_file_is_not_gone_on_with()
    {
        await using var host = new ImportHost();
        await RunAsync(host, "import", "--from", "laravel", "--file", Write("id,email\n1,anna@example.com\n"));

        Assert.That(await RunAsync(host, "import", "--from", "laravel", "--file", Write("id,email\n2,berta@example.com\n"), "--resume"), Is.EqualTo(ConsoleExit.Usage));
        Assert.That(_error.ToString(), Does.StartWith("--resume: this is not the file"));
    }

    [TestCase("")]
    [TestCase("help")]
    [TestCase("--help")]
    public async Task Help_lists_the_commands(string words)
    {
        await using var host = new ImportHost();

        Assert.That(await RunAsync(host, words.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(ConsoleExit.Done));
        Assert.That(_out.ToString(), Does.Contain("import").And.Contain("takes accounts of another system in"));
    }

    [Test]
    public async Task Help_explains_a_command()
    {
        await using var host = new ImportHost();

        Assert.That(await RunAsync(host, "import", "--help"), Is.EqualTo(ConsoleExit.Done));
        Assert.That(_out.ToString(), Does.Contain("--from FORMAT").And.Contain("(required)").And.Contain("--dry-run"));
    }

    [Test]
    public async Task A_host_that_would_not_start_runs_no_command()
    {
        await using var host = new ImportHost(configure: options => options.Issuer = "");

        Assert.That(await RunAsync(host, "import", "--from", "laravel", "--file", Write("id,email\n")), Is.EqualTo(ConsoleExit.Failed));
        Assert.That(_error.ToString(), Does.StartWith("Issuer is empty"));
    }

    [Test]
    public async Task A_store_that_is_out_of_reach_is_said()
    {
        await using var host = new ImportHost(new Imports.LosingStore(new Conformance.InMemory.InMemoryStoreProvider()) { LostFrom = 1 });

        Assert.That(await RunAsync(host, "import", "--from", "laravel", "--file", Write("id,email\n1,anna@example.com\n")), Is.EqualTo(ConsoleExit.Failed));
        Assert.That(_error.ToString().Trim(), Is.EqualTo("The store is lost."));
    }

    [Test]
    public async Task Arguments_that_ask_for_no_command_leave_the_host_to_run()
    {
        await using var host = new ImportHost();

        Assert.That(await host.RunAuthKitCommandAsync([]), Is.Null);
        Assert.That(await host.RunAuthKitCommandAsync(["--urls", "http://localhost:5000"]), Is.Null);
        Assert.That(await host.RunAuthKitCommandAsync(["import"]), Is.Null);
    }

    private string Write(string text)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid()}.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<int?> RunAsync(ImportHost host, params string[] words)
    {
        var (before, errorBefore) = (Console.Out, Console.Error);
        Console.SetOut(new StringWriter(_out));
        Console.SetError(new StringWriter(_error));
        try
        {
            return await host.RunAuthKitCommandAsync(["authkit", .. words]);
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(errorBefore);
        }
    }
}
