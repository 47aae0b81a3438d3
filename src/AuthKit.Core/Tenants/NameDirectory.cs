using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;

namespace AuthKit.Tenants;

/// <summary>Which tenants a name lives in. The home database holds a keyed hash of it, so that it lists nobody's users.</summary>
internal sealed class NameDirectory(HomeDatabase home, IDirectoryKey keys, TimeProvider time)
{
    public async Task AddAsync(IEnumerable<string> normalizedNames, string tenant, CancellationToken cancellationToken)
    {
        var key = await keys.GetDirectoryKeyAsync(cancellationToken);
        var database = await home.GetAsync(cancellationToken);
        await database.Directory.AddAsync([.. normalizedNames.Select(name => Hash(key, name))], tenant, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Forgets that names live in a tenant.</summary>
    public async Task RemoveAsync(IEnumerable<string> normalizedNames, string tenant, CancellationToken cancellationToken)
    {
        if (!await keys.HasDirectoryKeyAsync(cancellationToken))
            return;
        var key = await keys.GetDirectoryKeyAsync(cancellationToken);
        var database = await home.GetAsync(cancellationToken);
        await database.Directory.RemoveAsync([.. normalizedNames.Select(name => Hash(key, name))], tenant, cancellationToken);
    }

    /// <summary>The tenants that a name lives in, those noted first before the others.</summary>
    /// <param name="forms">The forms under which the name may be kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>None where the key is lost: no tenant can be found then, and the accounts of the home database go on.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<string> forms, CancellationToken cancellationToken)
    {
        if (!await keys.HasDirectoryKeyAsync(cancellationToken))
            return [];
        var key = await keys.GetDirectoryKeyAsync(cancellationToken);
        var database = await home.GetAsync(cancellationToken);
        var tenants = new List<string>();
        foreach (var form in forms)
            tenants.AddRange(await database.Directory.FindAsync(Hash(key, form), cancellationToken));
        return [.. tenants.Distinct()];
    }

    private static byte[] Hash(byte[] key, string name) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(name));
}
