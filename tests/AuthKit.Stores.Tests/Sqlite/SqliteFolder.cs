namespace AuthKit.Stores.Tests.Sqlite;

/// <summary>A folder for files, which goes with them.</summary>
public sealed class SqliteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-sqlite-");
    private int _files;

    public string NewPath() => Path.Combine(_folder.FullName, $"{++_files}.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
