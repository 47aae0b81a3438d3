namespace AuthKit.QuickStart.Tests;

/// <summary>Gives each test a folder.</summary>
public abstract class QuickStartFixture
{
    protected const string Password = "correct horse 7!";

    protected string Folder { get; private set; } = "";

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("authkit-quickstart-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Folder, recursive: true);
}
