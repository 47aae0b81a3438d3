using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Tokens;

/// <summary>A signing key of the ring, which this node's Data Protection ring has unsealed.</summary>
internal sealed class SigningKey
{
    /// <summary>128 bits of strength, as of the other algorithm (NIST SP 800-57 part 1 §5.6.1, ASVS 5.0 V11.2.3).</summary>
    private const int RsaBits = 3072;

    private SigningKey(KeyRecord record, SecurityKey publicKey, SigningCredentials credentials) =>
        (Record, PublicKey, Credentials) = (record, publicKey, credentials);

    public KeyRecord Record { get; }

    public SecurityKey PublicKey { get; }

    public SigningCredentials Credentials { get; }

    public static bool IsSigning(KeyUse use) => use is KeyUse.Es256 or KeyUse.Rs256;

    public static KeyRecord Generate(KeyUse use, IKeyProtector protector, int generation, DateTimeOffset activatesAt, DateTimeOffset retiresAt, DateTimeOffset expiresAt)
    {
        using AsymmetricAlgorithm key = use is KeyUse.Rs256 ? RSA.Create(RsaBits) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pkcs8 = key.ExportPkcs8PrivateKey();
        try
        {
            var record = new KeyRecord
            {
                Id = Guid.CreateVersion7(activatesAt),
                Use = use,
                Generation = generation,
                PublicKey = key.ExportSubjectPublicKeyInfo(),
                ProtectedKey = [],
                ActivatesAt = WholeSecond(activatesAt),
                RetiresAt = WholeSecond(retiresAt),
                ExpiresAt = WholeSecond(expiresAt),
            };
            return record with { ProtectedKey = protector.Protect(KeyBinding.Bind(pkcs8, record)) };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    /// <summary>
    /// The key of a row, where this node's ring sealed it; null otherwise. What the row says of its public half is not looked at:
    /// whoever can write to the table could say so.
    /// </summary>
    public static SigningKey? From(KeyRecord record, IKeyProtector protector)
    {
        if (!protector.TryUnprotect(record.ProtectedKey, out var pkcs8))
            return null;
        try
        {
            var length = 0;
            var signing = Key(record, key => key.ImportPkcs8PrivateKey(pkcs8, out length), out var algorithm);
            if (!KeyBinding.IsOf(pkcs8, length, record))
                return null;
            var publicKey = algorithm.ExportSubjectPublicKeyInfo();
            var verifying = Key(record, key => key.ImportSubjectPublicKeyInfo(publicKey, out _), out _);
            return new(record, verifying, new(signing, record.Use is KeyUse.Rs256 ? SecurityAlgorithms.RsaSha256 : SecurityAlgorithms.EcdsaSha256));
        }
        catch (CryptographicException)
        {
            // What was sealed is a key of another use.
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    // What engines round, they cannot round across a second.
    private static DateTimeOffset WholeSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static SecurityKey Key(KeyRecord record, Action<AsymmetricAlgorithm> import, out AsymmetricAlgorithm algorithm)
    {
        algorithm = record.Use is KeyUse.Rs256 ? RSA.Create() : ECDsa.Create();
        import(algorithm);
        SecurityKey key = algorithm is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)algorithm);
        key.KeyId = record.Id.ToString("N");
        // The cache that all keys of a process share disposes of providers while they sign.
        key.CryptoProviderFactory = new() { CacheSignatureProviders = false };
        return key;
    }
}
