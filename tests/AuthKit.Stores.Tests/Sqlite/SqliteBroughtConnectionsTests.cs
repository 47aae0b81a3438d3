using AuthKit.Databases;
using AuthKit.Sqlite;
using AuthKit.Databases.Brought;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Sqlite;

/// <summary>Files that strangers name.</summary>
public sealed class SqliteBroughtConnectionsTests
{
    private readonly IBroughtConnections _connections = new SqliteStoreProvider().BroughtConnections;
    private DirectoryInfo _folder = null!;
    private ClientDatabasePolicy _policy = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("authkit-clients-");
        _policy = new() { Engines = { DatabaseEngine.Sqlite }, SqliteFolder = Path.Combine(_folder.FullName, "clients") };
        Directory.CreateDirectory(_policy.SqliteFolder);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [TestCase("Data Source=shop.db")]
    [TestCase("DataSource=SHOP.DB")]
    [TestCase("Filename=shop.db;Password=x;Mode=Memory;Cache=Shared;Pooling=False;Default Timeout=9999;Foreign Keys=False;Recursive Triggers=True")]
    public void Of_a_string_only_the_file_s_name_is_kept(string connectionString) =>
        Assert.That(_connections.Read(connectionString, _policy)?.ConnectionString, Is.EqualTo("Data Source=shop.db"));

    [TestCase("Data Source=../shop.db")]
    [TestCase("Data Source=..\\shop.db")]
    [TestCase("Data Source=sub/shop.db")]
    [TestCase("Data Source=./shop.db")]
    [TestCase("Data Source=/etc/passwd")]
    [TestCase("Data Source=/etc/shop.db")]
    [TestCase("Data Source=C:\\shop.db")]
    [TestCase("Data Source=C:shop.db")]
    [TestCase("Data Source=\\\\server\\share\\shop.db")]
    [TestCase("Data Source=//server/share/shop.db")]
    [TestCase("Data Source=file:shop.db")]
    [TestCase("Data Source=file:///etc/shop.db")]
    [TestCase("Data Source=file:shop.db?vfs=unix-none")]
    [TestCase("Data Source=shop.db?mode=memory")]
    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=")]
    [TestCase("Data Source=shop")]
    [TestCase("Data Source=shop.sqlite")]
    [TestCase("Data Source=shop.db.db")]
    [TestCase("Data Source=.db")]
    [TestCase("Data Source=..db")]
    [TestCase("Data Source=\"shop.db \"")]
    [TestCase("Data Source=\"shop.db\n\"")]
    [TestCase("Data Source=shop.db:stream")]
    [TestCase("Data Source=|DataDirectory|shop.db")]
    [TestCase("Data Source=~/shop.db")]
    [TestCase("Data Source=con.db")]
    [TestCase("Data Source=com1.db")]
    [TestCase("Data Source=шоп.db")]
    public void A_name_that_is_not_plain_is_refused(string connectionString) => Assert.That(_connections.Read(connectionString, _policy), Is.Null);

    [TestCase("Data Source=shop.db;LoadExtension=x")]
    [TestCase("Data Source=shop.db;Mode=x")]
    [TestCase("Data Source=\"shop.db\0x\"")]
    [TestCase("Host=db.example.com")]
    [TestCase("mongodb://db.example.com")]
    public void What_the_driver_does_not_know_is_refused(string connectionString) =>
        Assert.That(() => _connections.Read(connectionString, _policy), Throws.ArgumentException.With.InnerException.Null);

    [TestCase("")]
    [TestCase("-wal")]
    [TestCase("-journal")]
    public void A_link_out_of_the_folder_is_refused(string suffix)
    {
        var target = Path.Combine(_folder.FullName, "elsewhere.db");
        File.CreateSymbolicLink(Path.Combine(_policy.SqliteFolder!, "link.db" + suffix), target);
        Assert.That(_connections.Read("Data Source=link.db", _policy), Is.Null, "a link to a file that is not there yet");
        File.WriteAllText(target, "");
        Assert.That(_connections.Read("Data Source=link.db", _policy), Is.Null);
    }

    [Test]
    public void Without_a_folder_every_file_is_refused()
    {
        _policy.SqliteFolder = null;
        Assert.That(_connections.Read("Data Source=shop.db", _policy), Is.Null);
    }

    [Test]
    public async Task Opens_the_file_in_the_folder()
    {
        await using (var database = _connections.Open(_connections.Read("Data Source=shop.db", _policy)!, address: null, _policy))
            await database.MigrateAsync(default);
        Assert.That(Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories), Is.EqualTo(new[] { Path.Combine(_policy.SqliteFolder!, "shop.db") }));
    }

    [TestCase("clients/home.db", true)]
    [TestCase("clients/../clients/home.db", true)]
    [TestCase("home.db", false)]
    [TestCase("clients/sub/home.db", false)]
    public void Tells_whether_a_stranger_could_name_the_host_s_own_file(string path, bool could) =>
        Assert.That(_connections.CouldName($"Data Source={Path.Combine(_folder.FullName, path)}", _policy), Is.EqualTo(could));
}
