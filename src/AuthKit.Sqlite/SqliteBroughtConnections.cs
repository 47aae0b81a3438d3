using System.Net;
using System.Text.RegularExpressions;
using AuthKit.Databases;
using AuthKit.Databases.Brought;
using Microsoft.Data.Sqlite;

namespace AuthKit.Sqlite;

/// <summary>Files that callers name: plain names in one folder. Of a connection string the file's name is kept, and nothing else.</summary>
internal sealed partial class SqliteBroughtConnections(SqliteStoreProvider provider) : IBroughtConnections
{
    public int DefaultPort => 0;

    public BroughtConnection? Read(string connectionString, ClientDatabasePolicy policy)
    {
        // Lower case, because some file systems take two spellings for one file.
        var name = SqliteStoreProvider.Parse(connectionString).DataSource.ToLowerInvariant();
        return policy.SqliteFolder is not null && FileName().IsMatch(name) && !Device().IsMatch(name) && !IsLink(Path.Combine(policy.SqliteFolder, name))
            ? new(new SqliteConnectionStringBuilder { DataSource = name }.ConnectionString)
            : null;
    }

    public IDatabase Open(BroughtConnection connection, IPAddress? address, ClientDatabasePolicy policy)
    {
        var file = new SqliteConnectionStringBuilder(connection.ConnectionString);
        file.DataSource = Path.Combine(policy.SqliteFolder!, file.DataSource);
        file.DefaultTimeout = (int)policy.Timeout.TotalSeconds;
        return provider.Open(file.ConnectionString);
    }

    public bool CouldName(string connectionString, ClientDatabasePolicy policy)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(SqliteStoreProvider.Parse(connectionString).DataSource));
        return policy.SqliteFolder is { } folder && string.Equals(own, Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), StringComparison.OrdinalIgnoreCase);
    }

    // A broken link too: SQLite would make the file that it points to.
    private static bool IsLink(string path) =>
        new[] { path, path + "-wal", path + "-shm", path + "-journal" }.Any(file => new FileInfo(file).LinkTarget is not null);

    [GeneratedRegex(@"^[a-z0-9_-]{1,64}\.db\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])\.")]
    private static partial Regex Device();
}
