using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Tokens;

/// <summary>A signing key of the ring: always able to verify, able to sign where this node could unprotect it.</summary>
internal sealed class SigningKey
{
    /// <summary>128 bits of strength, as of the other algorithm (NIST SP 800-57 part 1 §5.6.1, ASVS 5.0 V11.2.3).</summary>
    private const int RsaBits = 3072;

    private SigningKey(KeyRecord record, SecurityKey publicKey, SigningCredentials? credentials) =>
        (Record, PublicKey, Credentials) = (record, publicKey, credentials);

    public KeyRecord Record { get; }

    public SecurityKey PublicKey { get; }

    public SigningCredentials? Credentials { get; }

    public static bool IsSigning(KeyUse use) => use is KeyUse.Es256 or KeyUse.Rs256;

    public static KeyRecord Generate(KeyUse use, IKeyProtector protector, int generation, DateTimeOffset activatesAt, DateTimeOffset retiresAt, DateTimeOffset expiresAt)
    {
        using AsymmetricAlgorithm key = use is KeyUse.Rs256 ? RSA.Create(RsaBits) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pkcs8 = key.ExportPkcs8PrivateKey();
        try
        {
            return new()
            {
                Id = Guid.CreateVersion7(activatesAt),
                Use = use,
                Generation = generation,
                PublicKey = key.ExportSubjectPublicKeyInfo(),
                ProtectedKey = protector.Protect(pkcs8),
                ActivatesAt = activatesAt,
                RetiresAt = retiresAt,
                ExpiresAt = expiresAt,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    public static SigningKey From(KeyRecord record, IKeyProtector protector)
    {
        var verifying = Key(record, key => key.ImportSubjectPublicKeyInfo(record.PublicKey, out _));
        if (!protector.TryUnprotect(record.ProtectedKey, out var pkcs8))
            return new(record, verifying, null);
        var signing = Key(record, key => key.ImportPkcs8PrivateKey(pkcs8, out _));
        CryptographicOperations.ZeroMemory(pkcs8);
        return new(record, verifying, new(signing, record.Use is KeyUse.Rs256 ? SecurityAlgorithms.RsaSha256 : SecurityAlgorithms.EcdsaSha256));
    }

    private static SecurityKey Key(KeyRecord record, Action<AsymmetricAlgorithm> import)
    {
        var kid = record.Id.ToString("N");
        if (record.Use is KeyUse.Rs256)
        {
            var rsa = RSA.Create();
            import(rsa);
            return new RsaSecurityKey(rsa) { KeyId = kid };
        }

        var ecdsa = ECDsa.Create();
        import(ecdsa);
        return new ECDsaSecurityKey(ecdsa) { KeyId = kid };
    }
}
