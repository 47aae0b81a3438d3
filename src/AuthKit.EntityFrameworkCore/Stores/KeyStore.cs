using AuthKit.Tokens;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class KeyStore(Contexts contexts) : IKeyStore
{
    public async Task<IReadOnlyList<KeyRecord>> ListAsync(CancellationToken cancellationToken) => await contexts.RunAsync(
        static (context, cancellationToken) => context.Set<KeyRecord>().AsNoTracking().OrderBy(key => key.Use).ThenBy(key => key.Generation).ToListAsync(cancellationToken),
        cancellationToken);

    public Task<bool> AddAsync(KeyRecord key, CancellationToken cancellationToken) =>
        contexts.TryInsertAsync(key, other => other.Use == key.Use && other.Generation == key.Generation, cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) => contexts.RunAsync(
        (context, cancellationToken) => context.Set<KeyRecord>().Where(key => key.ExpiresAt <= before).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);
}
