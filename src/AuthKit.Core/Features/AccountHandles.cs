using System.Security.Cryptography;
using System.Text;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Features;

/// <summary>
/// Handles by AES key wrap with padding (RFC 5649), the platform's deterministic authenticated encryption: one account has one handle, and no other
/// text has it. The text has one length, whatever the tenant.
/// </summary>
internal sealed class AccountHandles(Accounts accounts, IDirectoryKey directoryKey) : IAccountHandles
{
    private const int IdBytes = 16;

    // What neither takes is zero, and looked at beside what the wrap looks at itself.
    private const int TextBytes = 56;
    private const int HandleBytes = TextBytes + 8;

    public async ValueTask<byte[]> OfAsync(string tenant, Guid userId, CancellationToken cancellationToken)
    {
        var text = new byte[TextBytes];
        userId.TryWriteBytes(text);
        if (!Encoding.UTF8.TryGetBytes(tenant, text.AsSpan(IdBytes, IAccountHandles.LongestTenant), out _))
            throw new ArgumentException($"The alias '{tenant}' is longer than {IAccountHandles.LongestTenant} characters.", nameof(tenant));
        using var cipher = CipherOf(await directoryKey.GetDirectoryKeyAsync(cancellationToken));
        return cipher.EncryptKeyWrapPadded(text);
    }

    public async Task<FeatureAccount?> FindAsync(byte[] handle, CancellationToken cancellationToken)
    {
        if (handle.Length != HandleBytes)
            return null;
        using var cipher = CipherOf(await directoryKey.GetDirectoryKeyAsync(cancellationToken));
        if (TextOf(handle, cipher) is not { } text || text.AsSpan(IdBytes + IAccountHandles.LongestTenant).ContainsAnyExcept((byte)0))
            return null;
        var tenant = Encoding.UTF8.GetString(text.AsSpan(IdBytes, IAccountHandles.LongestTenant).TrimEnd((byte)0));
        return await accounts.FindAsync(tenant, new Guid(text.AsSpan(0, IdBytes)), cancellationToken) is { } account ? new(account, caller: null) : null;
    }

    private static byte[]? TextOf(byte[] handle, Aes cipher)
    {
        var text = new byte[TextBytes];
        try
        {
            return cipher.TryDecryptKeyWrapPadded(handle, text, out var written) && written == TextBytes ? text : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Aes CipherOf(byte[] key)
    {
        var cipher = Aes.Create();
        cipher.Key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, outputLength: 32, info: "AuthKit account handle"u8.ToArray());
        return cipher;
    }
}
