using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Tokens;

/// <summary>What users are called towards clients (OpenID Connect Core 1.0 §8).</summary>
internal sealed class Subjects(KeyRing keys)
{
    /// <summary>The <c>sub</c> of a user: the account's id, or a name that another sector cannot connect with it.</summary>
    public async ValueTask<string> OfAsync(Guid userId, ITokenClient? client, CancellationToken cancellationToken)
    {
        if (client?.Sector is not { } sector)
            return userId.ToString();
        var key = await keys.GetDirectoryKeyAsync(cancellationToken);
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"pairwise\n{sector}\n{userId}")));
    }
}
