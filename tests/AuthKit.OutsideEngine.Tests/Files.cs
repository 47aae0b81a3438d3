using Microsoft.Data.Sqlite;

namespace AuthKit.OutsideEngine.Tests;

/// <summary>Files of the engine's, in a folder that goes with them.</summary>
internal sealed class Files : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-filedb-");

    public string ConnectionString(string name) => $"Data Source={Path.Combine(_folder.FullName, name)}";

    /// <summary>The addresses of the accounts in a file, read past AuthKit.</summary>
    public List<string> Addresses(string name)
    {
        using var connection = new SqliteConnection(ConnectionString(name));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT email FROM authkit_users ORDER BY email";
        using var reader = command.ExecuteReader();
        var addresses = new List<string>();
        while (reader.Read())
            addresses.Add(reader.GetString(0));
        return addresses;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
