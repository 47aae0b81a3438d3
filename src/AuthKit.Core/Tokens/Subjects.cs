using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Tenants;

namespace AuthKit.Tokens;

/// <summary>
/// What users are called towards clients (OpenID Connect Core 1.0 §8). A user of the home database is called by the account's id.
/// Whoever owns a tenant's database can write any id into it, so that its users are called by another, bound to the tenant by a
/// key: no tenant can have a user who is called like the home database's or another tenant's.
/// </summary>
internal sealed class Subjects(KeyRing keys)
{
    /// <summary>The <c>sub</c> of a user: public, or, for a client of a sector, a name that another sector cannot connect with it.</summary>
    public async ValueTask<string> OfAsync(Guid userId, string tenant, ITokenClient? client, CancellationToken cancellationToken)
    {
        if (client?.Sector is { } sector)
            return Base64Url.EncodeToString(await MacAsync(tenant == Tenant.Home ? $"pairwise\n{sector}\n{userId}" : $"pairwise\n{sector}\n{userId}\n{tenant}", cancellationToken));
        if (tenant == Tenant.Home)
            return userId.ToString();
        using var cipher = await CipherAsync(tenant, cancellationToken);
        return new Guid(cipher.EncryptEcb(userId.ToByteArray(), PaddingMode.None)).ToString();
    }

    /// <summary>The account of a public <c>sub</c>.</summary>
    public async ValueTask<Guid> UserIdAsync(Guid subject, string tenant, CancellationToken cancellationToken)
    {
        if (tenant == Tenant.Home)
            return subject;
        using var cipher = await CipherAsync(tenant, cancellationToken);
        return new(cipher.DecryptEcb(subject.ToByteArray(), PaddingMode.None));
    }

    // An id is one block, on which AES is a permutation under the tenant's own key: two ids of a tenant are never called the same,
    // and an access token says whose it is without a look into the database.
    private async ValueTask<Aes> CipherAsync(string tenant, CancellationToken cancellationToken)
    {
        var cipher = Aes.Create();
        cipher.Key = await MacAsync($"subject\n{tenant}", cancellationToken);
        return cipher;
    }

    private async ValueTask<byte[]> MacAsync(string text, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await keys.GetDirectoryKeyAsync(cancellationToken), Encoding.UTF8.GetBytes(text));
}
