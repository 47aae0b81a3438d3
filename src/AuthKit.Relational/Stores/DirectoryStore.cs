using AuthKit.Stores;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class DirectoryStore(SqlExecutor sql) : IDirectoryStore
{
    public async Task AddAsync(IReadOnlyList<byte[]> nameHashes, string tenant, CancellationToken cancellationToken)
    {
        foreach (var hash in nameHashes)
        {
            await sql.TryInsertAsync(
                "INSERT INTO authkit_directory (name_hash, tenant) VALUES (@name_hash, @tenant)",
                [Binary("@name_hash", hash), Exact("@tenant", tenant)],
                cancellationToken);
        }
    }

    public async Task<IReadOnlyList<string>> FindAsync(byte[] nameHash, CancellationToken cancellationToken) => await sql.ListAsync(
        "SELECT tenant FROM authkit_directory WHERE name_hash = @name_hash",
        [Binary("@name_hash", nameHash)],
        static row => row.Exact(0),
        cancellationToken);
}
