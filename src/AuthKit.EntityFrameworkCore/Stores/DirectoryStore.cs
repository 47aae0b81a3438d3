using AuthKit.EntityFrameworkCore.Model;
using AuthKit.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class DirectoryStore(Contexts contexts) : IDirectoryStore
{
    public async Task AddAsync(IReadOnlyList<byte[]> nameHashes, string tenant, CancellationToken cancellationToken)
    {
        foreach (var hash in nameHashes)
            await contexts.TryInsertAsync(new DirectoryEntry(hash, tenant), entry => entry.NameHash == hash && entry.Tenant == tenant, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindAsync(byte[] nameHash, CancellationToken cancellationToken) => await contexts.RunAsync(
        (context, cancellationToken) => context.Set<DirectoryEntry>().Where(entry => entry.NameHash == nameHash).Select(entry => entry.Tenant).ToListAsync(cancellationToken),
        cancellationToken);
}
