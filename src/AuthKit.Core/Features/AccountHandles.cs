using System.Security.Cryptography;
using System.Text;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Features;

/// <summary>
/// Handles by deterministic authenticated encryption, as SIV does it (RFC 5297 §2): a MAC of the text is the initialization vector that
/// the text is encrypted with, so that one account has one handle and no other text has it. The text has one length, whatever the tenant.
/// </summary>
internal sealed class AccountHandles(Accounts accounts, IDirectoryKey directoryKey) : IAccountHandles
{
    private const int IdBytes = 16;
    private const int VectorBytes = 16;
    private const int TextBytes = IdBytes + IAccountHandles.LongestTenant;

    public async ValueTask<byte[]> OfAsync(string tenant, Guid userId, CancellationToken cancellationToken)
    {
        var text = new byte[TextBytes];
        userId.TryWriteBytes(text);
        if (!Encoding.UTF8.TryGetBytes(tenant, text.AsSpan(IdBytes), out _))
            throw new ArgumentException($"The alias '{tenant}' is longer than {IAccountHandles.LongestTenant} characters.", nameof(tenant));
        var key = await directoryKey.GetDirectoryKeyAsync(cancellationToken);
        var vector = VectorOf(key, text);
        using var cipher = CipherOf(key);
        return [.. vector, .. cipher.EncryptCbc(text, vector, PaddingMode.None)];
    }

    public async Task<FeatureAccount?> FindAsync(byte[] handle, CancellationToken cancellationToken)
    {
        if (handle.Length != VectorBytes + TextBytes)
            return null;
        var key = await directoryKey.GetDirectoryKeyAsync(cancellationToken);
        using var cipher = CipherOf(key);
        var vector = handle[..VectorBytes];
        var text = cipher.DecryptCbc(handle.AsSpan(VectorBytes), vector, PaddingMode.None);
        if (!CryptographicOperations.FixedTimeEquals(vector, VectorOf(key, text)))
            return null;
        var tenant = Encoding.UTF8.GetString(text.AsSpan(IdBytes).TrimEnd((byte)0));
        return await accounts.FindAsync(tenant, new Guid(text.AsSpan(0, IdBytes)), cancellationToken) is { } account ? new(account, caller: null) : null;
    }

    private static byte[] VectorOf(byte[] key, byte[] text) => HMACSHA256.HashData(Derive(key, "account handle, authentication"), text)[..VectorBytes];

    private static Aes CipherOf(byte[] key)
    {
        var cipher = Aes.Create();
        cipher.Key = Derive(key, "account handle, encryption");
        return cipher;
    }

    private static byte[] Derive(byte[] key, string use) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(use));
}
